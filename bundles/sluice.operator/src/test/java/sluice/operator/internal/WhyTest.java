package sluice.operator.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.broker.core.port.BrokerView.Guest;
import sluice.broker.core.port.Trouble;

class WhyTest {
    private final FakePlatform platform = FakePlatform.healthy();
    private final FakeBroker broker = new FakeBroker();

    @Test
    void a_platform_that_runs_has_nothing_to_say() {
        assertThat(new Why(platform).findings()).isEmpty();
    }

    @Test
    void every_part_that_is_missing_is_named_even_if_all_are() {
        assertThat(new Why(new FakePlatform()).findings())
                .extracting(finding -> finding.part() + " " + finding.trouble().code())
                .containsExactly(
                        "broker not-running",
                        "guard not-running",
                        "ledger not-running",
                        "keys not-running",
                        "store not-running",
                        "devices not-running",
                        "policy not-running",
                        "mqtt not-running");
    }

    @Test
    void troubles_come_with_the_part_that_says_so() {
        Trouble trouble = new Trouble("bad-plan", "policy `x`", "line 3");
        platform.says("policy", trouble);
        assertThat(new Why(platform).findings()).containsExactly(new Finding("policy", trouble));
    }

    @Test
    void a_guest_that_does_not_run_comes_with_its_notes() {
        platform.broker = broker;
        broker.guests.add(new Guest("vendor.a", "driver", "failed: x.Y", 2, Map.of("b", 2L, "a", 1L)));
        broker.guests.add(new Guest("vendor.b", "application", "running", 0, Map.of()));
        assertThat(new Why(platform).findings())
                .extracting(Finding::trouble)
                .containsExactly(new Trouble(
                        "failed",
                        "driver `vendor.a`",
                        "the broker says failed: x.Y; it noted a=1, b=2; `bundle:restart vendor.a` tries again"));
    }

    @Test
    void a_guest_that_the_broker_speaks_of_is_not_said_twice() {
        platform.broker = broker;
        broker.guests.add(new Guest("vendor.a", "driver", "failed", 2, Map.of()));
        platform.says("broker", new Trouble("driver-failed", "driver `vendor.a`", "it threw"));
        assertThat(new Why(platform).findings()).hasSize(1);
    }

    @Test
    void bundles_that_karaf_can_not_start_are_among_them() {
        Finding finding = new Finding("framework", new Trouble("bundle-installed", "bundle vendor.x", "no one"));
        platform.bundles.add(finding);
        assertThat(new Why(platform).findings()).isEqualTo(List.of(finding));
    }

    @Test
    void a_part_that_throws_when_it_is_asked_is_a_trouble_of_its_own() {
        Trouble.Report report = Trouble.Report.of(new Trouble.Source() {
            @Override
            public String part() {
                return "policy";
            }

            @Override
            public List<Trouble> troubles() {
                throw new IllegalStateException("being stopped");
            }
        });
        assertThat(report.troubles()).extracting(Trouble::code).containsExactly("no-answer");
    }
}
