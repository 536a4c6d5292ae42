package sluice.metrics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import sluice.broker.core.port.Trouble;
import sluice.metrics.internal.PartHealth.Level;

class PhysicianTest {
    private final FakePlatform platform = FakePlatform.healthy();
    private final Physician physician = new Physician(platform);

    @Test
    void a_platform_that_runs_is_well() {
        assertThat(physician.all()).extracting(PartHealth::level).containsOnly(Level.OK);
    }

    @Test
    void every_required_part_that_is_not_there_is_critical() {
        assertThat(new Physician(new FakePlatform()).all())
                .filteredOn(health -> health.level() == Level.CRITICAL)
                .extracting(
                        health -> health.part() + " " + health.troubles().get(0).code())
                .containsExactly(
                        "broker not-running",
                        "guard not-running",
                        "ledger not-running",
                        "keys not-running",
                        "store not-running",
                        "mqtt not-running",
                        "policy not-running");
    }

    // issue 2: a full disk under the ledger stops delivery, and health says so
    @Test
    void a_ledger_that_can_not_be_written_is_critical_even_if_nobody_reports_it() {
        platform.ledger = new FakeLedger("no space left on the disk of `ledger/`");
        PartHealth ledger = physician.of(Part.LEDGER);
        assertThat(ledger.level()).isEqualTo(Level.CRITICAL);
        assertThat(ledger.troubles().get(0).why()).isEqualTo("no space left on the disk of `ledger/`");
    }

    @Test
    void a_ledger_that_reports_itself_is_not_reported_twice() {
        platform.ledger = new FakeLedger("disk full");
        platform.says("ledger", new Trouble("ledger-down", "ledger", "disk full"));
        assertThat(physician.of(Part.LEDGER).troubles()).hasSize(1);
    }

    @Test
    void an_application_that_was_refused_is_a_warning_and_not_an_outage() {
        platform.says("broker", new Trouble("above-ceiling", "application a", "field `plate` is DIRECT"));
        assertThat(physician.of(Part.BROKER).level()).isEqualTo(Level.WARN);
    }

    @Test
    void a_broker_whose_trouble_nobody_knows_is_critical() {
        platform.says("broker", new Trouble("something-new", "broker", "why"));
        assertThat(physician.of(Part.BROKER).level()).isEqualTo(Level.CRITICAL);
    }

    @Test
    void a_spool_that_can_not_be_written_is_critical_and_one_that_overflows_is_not() {
        platform.says("spool", new Trouble("overflow", "application a", "2 lost"));
        assertThat(physician.of(Part.SPOOL).level()).isEqualTo(Level.WARN);
        platform.says("spool", new Trouble("spool-down", "spool", "no space left"));
        assertThat(physician.of(Part.SPOOL).level()).isEqualTo(Level.CRITICAL);
    }

    @Test
    void a_faulty_policy_file_is_a_warning_since_the_last_good_set_stays() {
        platform.says("policy", new Trouble("something-new", "policies/x.yaml", "line 3"));
        assertThat(physician.of(Part.POLICY).level()).isEqualTo(Level.WARN);
    }

    @Test
    void a_guard_that_is_not_armed_or_weakened_is_critical_and_a_bundle_that_it_keeps_out_is_not() {
        platform.says("guard", new Trouble("bundle-refused", "bundle `x` (7)", "no accepted vendor signed it"));
        platform.says("guard", new Trouble("bundle-waiting", "bundle `y` (8)", "waits"));
        assertThat(physician.of(Part.GUARD).level()).isEqualTo(Level.WARN);
        platform.says("guard", new Trouble("guard-weakened", "guard", "a laboratory"));
        assertThat(physician.of(Part.GUARD).level()).isEqualTo(Level.CRITICAL);
    }

    @Test
    void two_sources_of_one_part_are_one_health() {
        platform.says("mqtt", new Trouble("disconnected", "mqtt client", "refused"));
        assertThat(physician.of(Part.MQTT).troubles()).hasSize(1);
    }

    @Test
    void a_source_that_throws_is_a_trouble_of_its_part() {
        Trouble.Report report = Trouble.Report.of(new Trouble.Source() {
            @Override
            public String part() {
                return "policy";
            }

            @Override
            public java.util.List<Trouble> troubles() {
                throw new IllegalStateException("being stopped");
            }
        });
        assertThat(report.part()).isEqualTo("policy");
        assertThat(report.troubles()).extracting(Trouble::code).containsExactly("no-answer");
    }

    @Test
    void a_health_check_says_what_why_and_under_which_code() {
        platform.says("policy", new Trouble("bad-plan", "policy `x`", "unknown field `y`"));
        Result result = HealthChecks.toResult(physician.of(Part.POLICY));
        assertThat(result.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(result.toString()).contains("policy `x` [bad-plan]: unknown field `y`");
        assertThat(HealthChecks.toResult(physician.of(Part.MQTT)).isOk()).isTrue();
        Result absent = HealthChecks.toResult(new Physician(new FakePlatform()).of(Part.BROKER));
        assertThat(absent.getStatus()).isEqualTo(Result.Status.CRITICAL);
    }
}
