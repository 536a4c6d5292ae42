package sluice.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An entry that was on disk and is not readable any more is named, and those around it are still read. */
class DamageTest {
    private static final int FRAME = Frame.HEADER + "entry-0".length();

    @TempDir
    private Path folder;

    private static int offsetOf(int entry) {
        return SegmentHeader.BYTES + entry * FRAME;
    }

    @Test
    void a_flipped_byte_in_any_entry_but_the_last_is_named_and_costs_that_entry_only() throws IOException {
        List<String> texts = Scene.fill(folder, 10);
        Path file = Scene.files(folder).get(0);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        for (int round = 0; round < 60; round++) {
            int entry = random.nextInt(9);
            Files.write(file, whole);
            Scene.flip(file, offsetOf(entry) + random.nextInt(FRAME));
            Read read = Read.folder(folder, Scene.SMALL);
            assertThat(read.damages).extracting(Damage::position).containsExactly((long) entry);
            assertThat(read.damages.get(0).toString())
                    .contains(file.getFileName().toString(), "entry " + entry);
            assertThat(read.texts).hasSize(9).doesNotContain(texts.get(entry));
        }
    }

    @Test
    void writing_goes_on_in_a_new_file_and_leaves_the_damaged_one_as_it_is() throws IOException {
        Scene.fill(folder, 10);
        Path file = Scene.files(folder).get(0);
        Scene.flip(file, offsetOf(4) + 25);
        byte[] evidence = Files.readAllBytes(file);
        try (Journal journal = Scene.open(folder)) {
            Scene.append(journal, "new");
            assertThat(journal.next()).isEqualTo(11);
            assertThat(Read.all(journal).texts).hasSize(10).endsWith("entry-9", "new");
            assertThat(Read.all(journal).damages).hasSize(1);
        }
        assertThat(Scene.files(folder)).hasSize(2);
        assertThat(Files.readAllBytes(file)).isEqualTo(evidence);
    }

    @Test
    void damage_at_the_end_of_an_earlier_file_is_not_taken_for_its_end() throws IOException {
        Scene.fill(folder, 300);
        Path file = Scene.files(folder).get(1);
        long next = Segment.of(Scene.files(folder).get(2)).first();
        Scene.flip(file, Scene.usedBytes(file) - 1);
        Read read = Read.folder(folder, Scene.SMALL);
        assertThat(read.damages).extracting(Damage::position).containsExactly(next - 1);
        assertThat(read.texts).hasSize(299);
    }

    @Test
    void a_broken_header_costs_the_file_and_is_named() throws IOException {
        Scene.fill(folder, 300);
        List<Path> files = Scene.files(folder);
        Segment second = Segment.of(files.get(1));
        Scene.flip(second.file(), 20);
        Read read = Read.folder(folder, Scene.SMALL);
        assertThat(read.damages).extracting(Damage::position).containsExactly(second.first());
        assertThat(read.texts).contains("entry-0", "entry-299").doesNotContain("entry-" + second.first());
    }

    @Test
    void a_broken_header_of_the_last_file_never_makes_positions_fall() throws IOException {
        Scene.fill(folder, 10);
        Scene.flip(Scene.files(folder).get(0), 3);
        try (Journal journal = Scene.open(folder)) {
            assertThat(journal.next()).isGreaterThanOrEqualTo(10);
            Scene.append(journal, "new");
            assertThat(Read.all(journal).texts).containsExactly("new");
            assertThat(Read.all(journal).damages).isNotEmpty();
        }
    }

    @Test
    void a_missing_file_is_named() throws IOException {
        Scene.fill(folder, 300);
        Segment second = Segment.of(Scene.files(folder).get(1));
        Files.delete(second.file());
        Read read = Read.folder(folder, Scene.SMALL);
        assertThat(read.damages).extracting(Damage::position).containsExactly(second.first());
    }

    @Test
    void a_file_cut_short_is_named() throws IOException {
        Scene.fill(folder, 10);
        try (FileChannel channel = FileChannel.open(Scene.files(folder).get(0), StandardOpenOption.WRITE)) {
            channel.truncate(offsetOf(5));
        }
        assertThat(Read.folder(folder, Scene.SMALL).damages).hasSize(1);
    }

    @Test
    void damage_shows_while_the_journal_is_open_even_in_the_last_entry() throws IOException {
        try (Journal journal = Scene.open(folder)) {
            Scene.append(journal, "entry-0");
            Scene.append(journal, "entry-1");
            Scene.flip(Scene.files(folder).get(0), offsetOf(1) + 10);
            assertThat(Read.all(journal).damages).extracting(Damage::position).containsExactly(1L);
        }
    }
}
