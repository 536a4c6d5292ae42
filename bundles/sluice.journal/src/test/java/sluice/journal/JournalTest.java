package sluice.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path temporary;

    private final FailingDisk disk = new FailingDisk();

    private Path folder() {
        return temporary.resolve("journal");
    }

    @Test
    void entries_come_back_in_order_with_rising_positions() throws IOException {
        try (Journal journal = Scene.open(folder())) {
            List.of("one", "", "three").forEach(text -> Scene.append(journal, text));
            Read read = Read.all(journal);
            assertThat(read.texts).containsExactly("one", "", "three");
            assertThat(read.positions).containsExactly(0L, 1L, 2L);
            assertThat(Read.from(journal, 2).texts).containsExactly("three");
        }
    }

    @Test
    void an_empty_journal_reads_as_empty_and_starts_at_zero() throws IOException {
        try (Journal journal = Scene.open(folder())) {
            assertThat(Read.all(journal).texts).isEmpty();
            assertThat(journal.next()).isZero();
            assertThat(journal.trouble()).isEmpty();
        }
    }

    @Test
    void positions_go_on_after_a_restart_and_across_files() throws IOException {
        List<String> first = Scene.fill(folder(), 300);
        try (Journal journal = Scene.open(folder())) {
            assertThat(journal.next()).isEqualTo(300);
            Scene.append(journal, "again");
            Read read = Read.all(journal);
            assertThat(read.texts).startsWith(first.toArray(String[]::new)).endsWith("again");
            assertThat(read.positions)
                    .isEqualTo(LongStream.rangeClosed(0, 300).boxed().toList());
            assertThat(read.damages).isEmpty();
        }
        assertThat(Scene.files(folder())).hasSizeGreaterThan(2);
    }

    @Test
    void files_are_preallocated_and_for_their_owner_only() throws IOException {
        Scene.fill(folder(), 1);
        Path file = Scene.files(folder()).get(0);
        assertThat(Files.size(file)).isEqualTo(Scene.SMALL.segmentBytes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve("lock"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_second_journal_on_the_folder_is_refused_until_the_first_is_closed() throws IOException {
        try (Journal first = Scene.open(folder())) {
            Scene.append(first, "mine");
            assertThatThrownBy(() -> Scene.open(folder()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
        }
        assertThat(Read.folder(folder(), Scene.SMALL).texts).containsExactly("mine");
    }

    @Test
    void the_longest_payload_fits_and_a_longer_one_is_refused() throws IOException {
        int longest = Scene.SMALL.longestPayload();
        try (Journal journal = Scene.open(folder())) {
            Scene.append(journal, "x".repeat(longest));
            assertThatThrownBy(() -> Scene.append(journal, "x".repeat(longest + 1)))
                    .isInstanceOf(IllegalArgumentException.class);
            Scene.append(journal, "next");
            assertThat(Read.all(journal).positions).containsExactly(0L, 1L);
        }
    }

    @Test
    void entries_that_arrive_together_share_one_force() throws IOException {
        try (Journal journal =
                Journal.open(folder(), JournalSettings.STANDARD.withBatch(500, Duration.ofSeconds(30)), disk)) {
            IntStream.range(0, 499).forEach(i -> journal.append(at -> new byte[100], at -> {}, Journal.FOREVER));
            assertThat(disk.forces()).isZero();
            journal.append(at -> new byte[100], at -> {}, Journal.FOREVER);
            await().until(() -> journal.next() == 500);
            assertThat(disk.forces()).isEqualTo(1);
        }
    }

    @Test
    void an_entry_alone_goes_to_disk_after_the_delay() throws IOException {
        try (Journal journal = Scene.open(folder())) {
            journal.append(at -> new byte[1], at -> {}, Journal.FOREVER);
            await().atMost(Duration.ofSeconds(5)).until(() -> journal.next() == 1);
        }
    }

    @Test
    void callbacks_come_in_the_order_of_positions_from_many_threads() throws Exception {
        List<Long> told = new CopyOnWriteArrayList<>();
        try (Journal journal = Scene.open(folder())) {
            ExecutorService threads = Executors.newFixedThreadPool(8);
            for (int i = 0; i < 8; i++) {
                byte[] payload = ("thread-" + i).getBytes(UTF_8);
                threads.execute(() -> IntStream.range(0, 250)
                        .forEach(n -> journal.append(at -> payload, told::add, Journal.FOREVER)));
            }
            threads.shutdown();
            assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            await().until(() -> journal.next() == 2_000);
            assertThat(Read.all(journal).texts).hasSize(2_000);
        }
        assertThat(told).isEqualTo(LongStream.range(0, 2_000).boxed().toList());
    }

    @Test
    void nothing_is_taken_beyond_the_bound_and_room_comes_back() throws IOException {
        disk.failWith(FailingDisk.Fault.FORCE);
        try (Journal journal = Journal.open(folder(), Scene.SMALL.withPendingBytes(2_000), disk)) {
            int taken = 0;
            while (journal.append(at -> new byte[76], at -> {}, Duration.ZERO) >= 0) {
                taken++;
            }
            assertThat(taken).isEqualTo(20);
            assertThat(journal.append(at -> new byte[76], at -> {}, Duration.ofMillis(20)))
                    .isEqualTo(-1);
            disk.failWith(FailingDisk.Fault.NONE);
            assertThat(journal.append(at -> new byte[76], at -> {}, Journal.FOREVER))
                    .isEqualTo(20);
        }
    }

    @Test
    void a_callback_may_append_even_at_the_bound_and_one_that_throws_stops_nobody() throws IOException {
        AtomicLong second = new AtomicLong(-1);
        try (Journal journal = Journal.open(folder(), Scene.SMALL.withPendingBytes(1), disk)) {
            journal.append(
                    at -> new byte[10],
                    at -> second.set(journal.append(p -> new byte[10], p -> {}, Journal.FOREVER)),
                    Journal.FOREVER);
            await().untilAtomic(second, is(1L));
            journal.append(
                    at -> new byte[10],
                    at -> {
                        throw new IllegalStateException();
                    },
                    Journal.FOREVER);
            Scene.append(journal, "goes on");
            assertThat(journal.failedCallbacks()).isEqualTo(1);
        }
    }

    @Test
    void old_files_are_dropped_but_the_last_stays_and_keeps_the_count() throws IOException {
        Scene.fill(folder(), 300);
        try (Journal journal = Scene.open(folder())) {
            long cut = journal.starts().get(1);
            journal.dropBefore(cut + 5);
            assertThat(Read.all(journal).positions).startsWith(cut);
            assertThat(Read.all(journal).damages).isEmpty();
            journal.dropBefore(Long.MAX_VALUE);
            assertThat(journal.bytes()).isEqualTo(Scene.SMALL.segmentBytes());
        }
        try (Journal journal = Scene.open(folder())) {
            assertThat(journal.next()).isEqualTo(300);
        }
    }

    @Test
    void a_closed_journal_takes_nothing_and_says_so() throws IOException {
        Journal journal = Scene.open(folder());
        journal.append(at -> new byte[3], at -> {}, Journal.FOREVER);
        journal.close();
        assertThat(journal.append(at -> new byte[3], at -> {}, Journal.FOREVER)).isEqualTo(-1);
        assertThat(journal.appendAndWait(new byte[3], Duration.ofSeconds(1))).isEmpty();
        assertThat(journal.trouble()).contains("closed");
        assertThat(journal.next()).isEqualTo(1);
    }

    @Test
    void closing_gives_up_in_time_when_the_disk_does_not_come_back() throws IOException {
        Journal journal = Journal.open(folder(), Scene.SMALL, disk);
        disk.failWith(FailingDisk.Fault.PREALLOCATE);
        AtomicLong told = new AtomicLong(-1);
        journal.append(at -> new byte[3], told::set, Journal.FOREVER);
        journal.close(Duration.ofMillis(50));
        assertThat(told).hasValue(-1);
        assertThat(Read.folder(folder(), Scene.SMALL).texts).isEmpty();
    }

    @Test
    void settings_without_sense_are_refused() {
        assertThatThrownBy(() -> JournalSettings.STANDARD.withSegmentBytes(4_095))
                .hasMessageContaining("segmentBytes");
        assertThatThrownBy(() -> JournalSettings.STANDARD.withBatch(0, Duration.ZERO))
                .hasMessageContaining("batchEntries");
        assertThatThrownBy(() -> JournalSettings.STANDARD.withBatch(1, Duration.ofMillis(-1)))
                .hasMessageContaining("delay");
        assertThatThrownBy(() -> JournalSettings.STANDARD.withPendingBytes(0)).hasMessageContaining("pendingBytes");
    }
}
