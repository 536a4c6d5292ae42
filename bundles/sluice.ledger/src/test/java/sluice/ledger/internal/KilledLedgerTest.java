package sluice.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.broker.core.port.Ledger;
import sluice.journal.Journal;
import sluice.tlog.Tile;

/** A platform that is killed has the leaf of every disclosure that it released, and knows which second it did not seal. */
class KilledLedgerTest {
    @TempDir
    private Path folder;

    @Test
    void every_released_disclosure_is_in_the_ledger_after_sigkill() throws Exception {
        long last = killAfter(3_000);
        LedgerScene scene = new LedgerScene(folder);
        assertThat(scene.texts().stream().filter(text -> text.contains("\"disclosed\"")))
                .hasSizeGreaterThan((int) last);
        KeptLedger ledger = scene.open();
        assertThat(ledger.trouble()).isEmpty();
        assertThat(ledger.opening().unsealedSecond()).isEqualTo(77);
        assertThat(ledger.verify().intact()).isTrue();
        scene.close(ledger);
    }

    private long killAfter(int released) throws IOException, URISyntaxException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        classpath(Ledger.class, Journal.class, Tile.class, KeptLedger.class, KilledLedgerTest.class),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader told = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
            long last = -1;
            for (int i = 0; i < released; i++) {
                last = Long.parseLong(told.readLine());
            }
            // By its handle: the process itself would close the pipe with what is still in it.
            child.toHandle().destroyForcibly();
            return Math.max(last, told.lines().mapToLong(Long::parseLong).max().orElse(-1));
        }
    }

    private static String classpath(Class<?>... types) throws URISyntaxException {
        return Stream.of(types)
                .map(type -> Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .getPath())
                        .toString())
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /** The process that is killed: discloses for ever, and prints the number of each disclosure that is released. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            KeptLedger ledger = new LedgerScene(Path.of(arguments[0])).open();
            for (long i = 0; ledger.open(77); i++) {
                long number = i;
                ledger.disclose(LedgerScene.PLATES, "camera-1", () -> System.out.println(number));
            }
        }
    }
}
