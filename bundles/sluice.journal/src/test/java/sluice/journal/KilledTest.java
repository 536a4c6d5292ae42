package sluice.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of appending has every entry on disk that it was told of. */
class KilledTest {
    private static final JournalSettings SETTINGS = JournalSettings.STANDARD.withSegmentBytes(1 << 16);

    @TempDir
    private Path folder;

    @Test
    void every_acknowledged_entry_survives_sigkill() throws Exception {
        for (int round = 0; round < 3; round++) {
            long last = killAfter(2_000);
            Read read = Read.folder(folder, SETTINGS);
            assertThat(read.damages).isEmpty();
            assertThat(read.positions)
                    .hasSizeGreaterThan((int) last)
                    .isEqualTo(
                            LongStream.range(0, read.positions.size()).boxed().toList());
            assertThat(read.texts).allMatch(text -> text.startsWith("entry of the child "));
        }
    }

    private long killAfter(int acknowledgements) throws IOException, InterruptedException, URISyntaxException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        place(Journal.class) + System.getProperty("path.separator") + place(KilledTest.class),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader told = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
            long last = Long.parseLong(told.readLine());
            assertThatThrownBy(() -> Scene.open(folder)).hasMessageContaining("in use");
            for (int i = 1; i < acknowledgements; i++) {
                last = Long.parseLong(told.readLine());
            }
            // By its handle: the process itself would close the pipe with what is still in it.
            child.toHandle().destroyForcibly();
            // A number that the kill cut short is smaller, never larger.
            return Math.max(last, told.lines().mapToLong(Long::parseLong).max().orElse(-1));
        }
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** The process that is killed: appends for ever, and prints what is acknowledged. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            try (Journal journal = Journal.open(
                    Path.of(arguments[0]), SETTINGS.withBatch(50, Duration.ofMillis(1)), Disk.ofThisMachine())) {
                while (journal.trouble().isEmpty()) {
                    journal.append(
                            at -> ("entry of the child " + at).getBytes(UTF_8), System.out::println, Journal.FOREVER);
                }
            }
        }
    }
}
