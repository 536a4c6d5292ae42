package sluice.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Small journals for tests, and hands that damage them. */
final class Scene {
    static final JournalSettings SMALL = JournalSettings.STANDARD.withSegmentBytes(4_096);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Scene() {}

    static Journal open(Path folder) throws IOException {
        return Journal.open(folder, SMALL, Disk.ofThisMachine());
    }

    static void append(Journal journal, String text) {
        assertThat(journal.appendAndWait(text.getBytes(UTF_8), PATIENCE)).isPresent();
    }

    /** Entries named {@code entry-0}, {@code entry-1}..., each with a write of its own. */
    static List<String> fill(Path folder, int entries) throws IOException {
        List<String> texts =
                IntStream.range(0, entries).mapToObj(i -> "entry-" + i).toList();
        try (Journal journal = open(folder)) {
            texts.forEach(text -> append(journal, text));
        }
        return texts;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(Segment.SUFFIX))
                    .sorted()
                    .toList();
        }
    }

    static void overwrite(Path file, long offset, byte... bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), offset);
        }
    }

    static void flip(Path file, int offset) throws IOException {
        overwrite(file, offset, (byte) (Files.readAllBytes(file)[offset] ^ 0x40));
    }

    static int usedBytes(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }
}
