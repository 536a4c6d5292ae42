package sluice.guard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes, because a hash is fixed once for each. */
final class SharedObjectsTest {
    /** Predicts the next hash of its own thread (HotSpot draws them from a xorshift): another one shows that somebody asked before. Counts the fresh. */
    private static final String SPY = """
            public class Spy {
                static int x, y, z, w;

                static int next() {
                    int t = x ^ (x << 11);
                    x = y;
                    y = z;
                    z = w;
                    return w = (w ^ (w >>> 19)) ^ (t ^ (t >>> 8));
                }

                // Four results are the generator's state, but for one bit of each: a hash has 31.
                static boolean isFresh(Object shared) {
                    int[] seen = {new Object().hashCode(), new Object().hashCode(), new Object().hashCode(), new Object().hashCode()};
                    int hash = System.identityHashCode(shared);
                    for (int bits = 0; bits < 16; bits++) {
                        x = seen[0] | (bits & 1) << 31;
                        y = seen[1] | (bits >> 1 & 1) << 31;
                        z = seen[2] | (bits >> 2 & 1) << 31;
                        w = seen[3] | (bits >> 3 & 1) << 31;
                        if ((next() & 0x7fffffff) == hash) {
                            return true;
                        }
                    }
                    return false;
                }

                public static void main(String[] arguments) {
                    if (arguments.length > 0) {
                        sluice.guard.rules.SharedObjects.fixHashes(sluice.guard.rules.AllowList.current());
                    }
                    Object[] shared = {java.time.DayOfWeek.SUNDAY, java.math.RoundingMode.UP, java.util.BitSet[][].class,
                        java.util.concurrent.TimeUnit.DAYS, java.nio.ByteOrder.BIG_ENDIAN,
                        java.time.format.DateTimeFormatter.ISO_WEEK_DATE, java.util.SplittableRandom.class};
                    System.out.print(java.util.stream.Stream.of(shared).filter(Spy::isFresh).count());
                }
            }
            """;

    @TempDir
    private Path folder;

    /** The control: without it, an object tells whether somebody asked before. */
    @Test
    void a_guest_could_tell_and_can_not_any_more() throws Exception {
        assertThat(spy()).isEqualTo("7");
        assertThat(spy("fixed")).isEqualTo("0");
    }

    private String spy(String... arguments) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("Spy.java"), SPY);
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of("target/classes").toAbsolutePath().toString(),
                source.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out;
    }
}
