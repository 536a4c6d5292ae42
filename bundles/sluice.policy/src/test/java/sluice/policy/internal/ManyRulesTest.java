package sluice.policy.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.yaml.Snapshot;
import sluice.yaml.SourceFile;

/** What a large city's rules cost. Counted in the thread's own processor time, so that a busy machine does not decide. */
class ManyRulesTest {
    private static final int RULES = 20_000;
    private static final int FILES = 10;

    @Test
    void twenty_thousand_rules_are_validated_within_two_seconds() {
        Snapshot snapshot = city(RULES);
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            int loaded = PolicyLoader.load(snapshot)
                    .fold(sound -> sound.set().policies().size(), faulty -> -1);
            times.add(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before));
            assertThat(loaded).isEqualTo(RULES + 1);
        }
        System.out.println(RULES + " rules, " + FILES + " files, first to fifth load: " + times);
        assertThat(times.stream().min(Duration::compareTo).orElseThrow()).isLessThan(Duration.ofSeconds(2));
    }

    private static Snapshot city(int rules) {
        List<SourceFile> files = new ArrayList<>();
        new City().files().forEach((name, text) -> files.add(new SourceFile(name, text.getBytes(UTF_8))));
        for (int file = 0; file < FILES; file++) {
            StringBuilder text = new StringBuilder();
            for (int rule = file; rule < rules; rule += FILES) {
                text.append("---\n")
                        .append(City.POLICY
                                .replace("corridor", "corridor-" + rule)
                                .replace("sluice.app.planning", "sluice.app.planning" + rule));
            }
            files.add(new SourceFile(
                    "policies/many-" + file + ".yaml", text.toString().getBytes(UTF_8)));
        }
        return new Snapshot(files, List.of());
    }
}
