package sluice.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform that is killed has the leaf of every disclosure that it released; two of them never share a ledger. */
class KilledLedgerTest {
    @TempDir
    private Path root;

    /** A few of the thousand rounds that the module's README tells how to run. */
    @Test
    void nothing_acknowledged_is_lost_by_sigkill_at_random_moments() throws Exception {
        KillRounds kill = new KillRounds(25);
        kill.rounds(root, 25);
        assertThat(kill.acknowledged()).as(kill.summary()).isGreaterThan(100);
    }

    @Test
    void a_second_process_is_refused_as_long_as_the_first_lives() throws Exception {
        Process first = KillRounds.start(root, 0);
        try (BufferedReader told = new BufferedReader(new InputStreamReader(first.getInputStream(), UTF_8))) {
            assertThat(told.readLine()).isEqualTo("0");
            LedgerScene scene = new LedgerScene(root);
            KeptLedger second = scene.open();
            assertThat(second.trouble()).contains("in use by another");
            assertThat(second.open(1)).isFalse();
            scene.close(second);
            first.toHandle().destroyForcibly();
            first.waitFor();
            KeptLedger again = scene.open();
            assertThat(again.verify().intact()).isTrue();
            assertThat(again.open(scene.clock.second())).isTrue();
            scene.close(again);
        }
    }
}
