package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.Town.COUNTS;
import static sluice.broker.core.Town.PASSAGES;
import static sluice.broker.core.Town.keep;
import static sluice.broker.core.Town.policy;
import static sluice.broker.core.Town.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Notice;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.Where;
import sluice.broker.core.plan.operator.Written;
import sluice.broker.core.port.BrokerView.Sight;

/** Who is told something of a field, whether it asks or not, and who is refused. */
final class WhoCanSeeTest {
    private record Coarse(String segment, Instant observed) {}

    private record Segment(String segment) {}

    private final TestPorts ports = new TestPorts();
    private final Router router = new Router(new Meters(ports), TestPorts.calm());

    @Test
    void a_recipient_that_is_here_and_asks_is_named_with_operators_label_and_rule() {
        router.activate(Town.with(COUNTS));
        router.join(new Asking("planning", "app.planning", Coarse.class, ports));

        assertThat(router.whoCanSee(PASSAGES, "observed")).singleElement().satisfies(sight -> {
            assertThat(sight.flow().recipient()).isEqualTo("app.planning");
            assertThat(sight.output()).isEqualTo("observed");
            assertThat(sight.made()).isEqualTo("round-time PT15M");
            assertThat(sight.label()).isEqualTo("DEIDENTIFIED");
            assertThat(sight.rule()).isEqualTo("policy `counts` `policies/counts.yaml` line 9");
            assertThat(sight.code()).isEqualTo("permitted");
            assertThat(sight.why()).isEqualTo("is here and is told");
            assertThat(sight.notice()).isEmpty();
        });
    }

    /** MFIPPA s. 29(2): what people were told when it was collected. */
    @Test
    void what_people_were_told_stands_beside_who_sees_it() {
        PolicySet town = Town.with(COUNTS);
        CatalogueStream plain = Town.passages();
        Purpose.Lawful planning =
                (Purpose.Lawful) requireNonNull(town.purposes().get("planning"));
        Notice notice = new Notice(
                "2026-1",
                Instant.EPOCH,
                "we count",
                "nous comptons",
                new Notice.Contact("Privacy officer", "City Hall", "416-555-0100"),
                new Where("purposes/town.yaml", 3));
        router.activate(new PolicySet(
                "test",
                Map.of(
                        PASSAGES,
                        new CatalogueStream(PASSAGES, plain.fields(), plain.accuracy(), "sign 7", plain.where())),
                Map.of(
                        "planning",
                        new Purpose.Lawful(
                                "planning",
                                "",
                                planning.authority(),
                                planning.ceiling(),
                                List.of(notice),
                                List.of(),
                                planning.where())),
                town.policies()));

        assertThat(router.whoCanSee(PASSAGES, "observed"))
                .extracting(Sight::notice)
                .containsExactly("collected under notice `2026-1` `purposes/town.yaml` line 3, in force from "
                        + "1970-01-01T00:00:00Z; told where they are sensed: sign 7");
    }

    @Test
    void one_that_could_ask_is_named_too() {
        router.activate(Town.with(COUNTS));
        assertThat(router.whoCanSee(PASSAGES, "observed"))
                .extracting(Sight::why)
                .containsExactly("is not here, or does not ask");

        router.join(new Asking("planning", "app.planning", Segment.class, ports));
        assertThat(router.whoCanSee(PASSAGES, "observed"))
                .extracting(Sight::why)
                .containsExactly("is here and does not ask for it");
    }

    @Test
    void a_field_that_no_policy_names_is_told_to_nobody() {
        router.activate(Town.with(COUNTS));

        assertThat(router.whoCanSee(PASSAGES, "plate")).isEmpty();
        assertThat(router.declares(PASSAGES, "plate")).isTrue();
        assertThat(router.declares(PASSAGES, "colour")).isFalse();
        assertThat(router.declares("nowhere", "plate")).isFalse();
    }

    @Test
    void a_policy_above_its_ceiling_is_refused_and_says_why() {
        router.activate(Town.with(policy("plates", "planning", "app.plates", keep("plate"))));

        assertThat(router.whoCanSee(PASSAGES, "plate")).singleElement().satisfies(sight -> {
            assertThat(sight.code()).isEqualTo("above-ceiling");
            assertThat(sight.label()).isEmpty();
            assertThat(sight.why()).contains("label DIRECT is above the ceiling DEIDENTIFIED");
        });
    }

    @Test
    void who_asks_for_the_stream_in_vain_is_named() {
        router.activate(Town.with(COUNTS));
        router.join(new Asking("advertising", "app.ads", Segment.class, ports));

        assertThat(router.whoCanSee(PASSAGES, "plate")).extracting(Sight::code).containsExactly("prohibited");
    }

    /** A record's coming tells of the field that it was filtered by. */
    @Test
    void a_filter_tells_of_a_field_that_is_not_released() {
        router.activate(Town.with(with(
                List.of(new PolicyCondition.Agreement("a-1")),
                new Policy.Step("filter", Written.argument("{speed: {atLeast: 100}}")))));

        assertThat(router.whoCanSee(PASSAGES, "speed")).singleElement().satisfies(sight -> {
            assertThat(sight.output()).isEqualTo("(whether a record comes)");
            assertThat(sight.made()).isEqualTo("filter {speed: {atLeast: 100}}");
            assertThat(sight.label()).isEqualTo("DEIDENTIFIED");
            assertThat(sight.why()).endsWith("; only if agreement `a-1` is in force");
        });
    }

    /** And of the one by which somebody may have opted out. */
    @Test
    void a_condition_tells_of_a_field_that_is_not_released() {
        router.activate(Town.with(new Policy(
                "with",
                PASSAGES,
                "planning",
                "app.planning",
                List.of(new PolicyCondition.NotOptedOut("plate")),
                List.of(),
                List.of(keep("segment")),
                Duration.ofDays(1),
                new Where("policies/with.yaml", 9))));

        assertThat(router.whoCanSee(PASSAGES, "plate")).singleElement().satisfies(sight -> {
            assertThat(sight.output()).isEqualTo("(whether a record comes)");
            assertThat(sight.made()).isEqualTo(new PolicyCondition.NotOptedOut("plate").toString());
            assertThat(sight.code()).isEqualTo("permitted");
        });
    }

    @Test
    void what_counts_from_a_field_is_made_of_it() {
        Policy since = policy(
                "since",
                "enforcement",
                "app.since",
                new Policy.Release(
                        "after",
                        "observed",
                        List.of(new Policy.Step("relative-time", Written.argument("{since: observed}"))),
                        new Where("policies/since.yaml", 10)),
                release("segment", "segment", 11, "keep", ""));
        router.activate(Town.with(since));

        assertThat(router.whoCanSee(PASSAGES, "observed"))
                .extracting(Sight::output)
                .containsExactly("after");
        assertThat(router.whoCanSee(PASSAGES, "segment"))
                .extracting(Sight::output)
                .containsExactly("segment");
    }

    private static Policy with(List<PolicyCondition> conditions, Policy.Step step) {
        return new Policy(
                "with",
                PASSAGES,
                "planning",
                "app.planning",
                conditions,
                List.of(step),
                List.of(keep("segment")),
                Duration.ofDays(1),
                new Where("policies/with.yaml", 9));
    }
}
