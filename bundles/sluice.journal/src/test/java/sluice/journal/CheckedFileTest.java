package sluice.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedFileTest {
    @TempDir
    private Path folder;

    @Test
    void lines_come_back_and_the_last_version_counts() throws IOException {
        CheckedFile file = new CheckedFile(folder.resolve("lines"), Disk.ofThisMachine());
        assertThat(file.read()).isEmpty();
        file.replace(List.of("a 1", "b 2"));
        file.replace(List.of("a 2"));
        assertThat(file.read()).contains(List.of("a 2"));
    }

    @Test
    void any_changed_or_missing_byte_is_noticed() throws IOException {
        Path path = folder.resolve("lines");
        CheckedFile file = new CheckedFile(path, Disk.ofThisMachine());
        file.replace(List.of("recipient 17"));
        byte[] whole = Files.readAllBytes(path);
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            Files.write(path, changed);
            assertThatThrownBy(file::read).hasMessageContaining("checksum");
            Files.write(path, java.util.Arrays.copyOf(whole, i));
            assertThatThrownBy(file::read).isInstanceOf(IOException.class);
        }
    }
}
