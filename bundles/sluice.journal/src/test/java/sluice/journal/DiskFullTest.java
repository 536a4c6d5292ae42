package sluice.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.journal.FailingDisk.Fault;

/** A full disk delays; it never acknowledges what it does not hold, and loses nothing that was taken. */
class DiskFullTest {
    @TempDir
    private Path folder;

    private final FailingDisk disk = new FailingDisk();
    private final List<Long> acknowledged = new CopyOnWriteArrayList<>();

    private void append(Journal journal, int from, int until) {
        IntStream.range(from, until)
                .forEach(i -> journal.append(
                        at -> ("entry-" + i).getBytes(UTF_8), acknowledged::add, Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @EnumSource(names = {"PREALLOCATE", "HALF_A_WRITE", "FORCE"})
    void entries_wait_for_the_disk_and_all_come_in_order(Fault fault) throws IOException {
        JournalSettings settings =
                new JournalSettings(4_096, 1 << 16, 1_000, Duration.ofMillis(1), 1 << 20, Duration.ofMillis(10));
        try (Journal journal = Journal.open(folder, settings, disk)) {
            append(journal, 0, 100);
            await().until(() -> acknowledged.size() == 100);

            disk.failWith(fault);
            append(journal, 100, 500);
            await().until(() -> disk.failures() >= 3);
            int heldBack = acknowledged.size();
            assertThat(heldBack).isLessThan(500);
            assertThat(journal.trouble()).contains("No space left on device");
            assertThat(Read.all(journal).positions).isEqualTo(acknowledged);

            disk.failWith(Fault.NONE);
            await().until(() -> acknowledged.size() == 500);
            assertThat(journal.trouble()).isEmpty();
        }
        assertThat(acknowledged).isEqualTo(LongStream.range(0, 500).boxed().toList());
        Read read = Read.folder(folder, settings);
        assertThat(read.texts)
                .isEqualTo(IntStream.range(0, 500).mapToObj(i -> "entry-" + i).toList());
        assertThat(read.damages).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"HALF_A_WRITE", "FORCE"})
    void what_was_acknowledged_before_the_fault_survives_a_crash_in_it(Fault fault) throws IOException {
        Journal journal = Journal.open(folder, Scene.SMALL, disk);
        append(journal, 0, 50);
        await().until(() -> acknowledged.size() == 50);
        disk.failWith(fault);
        append(journal, 50, 60);
        await().until(() -> disk.failures() > 0);
        journal.close(Duration.ofMillis(1));
        assertThat(acknowledged).hasSize(50);
        // Entries that are on disk and were not acknowledged may come back; entries that were must.
        assertThat(Read.folder(folder, Scene.SMALL).positions)
                .startsWith(LongStream.range(0, 50).boxed().toArray(Long[]::new));
    }
}
