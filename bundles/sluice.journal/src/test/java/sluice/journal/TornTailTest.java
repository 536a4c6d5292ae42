package sluice.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that power cut short was never acknowledged, and must leave no trace, wherever it was cut. */
class TornTailTest {
    @TempDir
    private Path folder;

    @Test
    void a_last_frame_cut_at_any_byte_is_gone_and_the_journal_goes_on() throws IOException {
        List<String> texts = Scene.fill(folder, 5);
        Path file = Scene.files(folder).get(0);
        byte[] whole = Files.readAllBytes(file);
        int end = Scene.usedBytes(file);
        int frame = Frame.HEADER + texts.get(4).length();
        for (int cut = end - frame; cut < end; cut++) {
            byte[] torn = whole.clone();
            Arrays.fill(torn, cut, torn.length, (byte) 0);
            Files.write(file, torn);
            assertThatItGoesOnAfter(texts.subList(0, 4));
        }
    }

    @Test
    void garbage_behind_the_last_entry_is_cut_off() throws IOException {
        List<String> texts = Scene.fill(folder, 4);
        Path file = Scene.files(folder).get(0);
        Scene.overwrite(file, Scene.usedBytes(file), "garbage of a write that never ended".getBytes(UTF_8));
        assertThatItGoesOnAfter(texts);
    }

    private void assertThatItGoesOnAfter(List<String> intact) throws IOException {
        try (Journal journal = Scene.open(folder)) {
            assertThat(Read.all(journal).texts).isEqualTo(intact);
            assertThat(Read.all(journal).damages).isEmpty();
            Scene.append(journal, "next");
        }
        Read again = Read.folder(folder, Scene.SMALL);
        assertThat(again.texts)
                .startsWith(intact.toArray(String[]::new))
                .endsWith("next")
                .hasSize(intact.size() + 1);
    }

    /** The disk may write the second half of a batch and not the first. What stands behind must not come to life under new entries. */
    @Test
    void an_intact_frame_behind_a_torn_one_of_the_same_write_never_comes_back() throws IOException {
        Scene.fill(folder, 3);
        Path file = Scene.files(folder).get(0);
        long salt = Files.readAllBytes(file).length > 0
                ? ByteBuffer.wrap(Files.readAllBytes(file)).getLong(24)
                : 0;
        ByteBuffer batch = ByteBuffer.allocate(2 * (Frame.HEADER + 4));
        Frame.put(batch, salt, 3, 3, "torn".getBytes(UTF_8));
        Frame.put(batch, salt, 4, 3, "late".getBytes(UTF_8));
        batch.put(Frame.HEADER, (byte) 'X');
        Scene.overwrite(file, Scene.usedBytes(file), batch.array());

        try (Journal journal = Scene.open(folder)) {
            assertThat(journal.next()).isEqualTo(3);
            Scene.append(journal, "new!");
            assertThat(Read.all(journal).texts).endsWith("entry-2", "new!");
        }
        assertThat(Read.folder(folder, Scene.SMALL).texts).endsWith("entry-2", "new!");
    }
}
