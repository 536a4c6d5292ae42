package sluice.broker.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static sluice.broker.core.Town.COUNTS;
import static sluice.broker.core.Town.PASSAGES;
import static sluice.broker.core.Town.keep;
import static sluice.broker.core.Town.policy;
import static sluice.broker.core.Town.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.Where;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.Written;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Shape;

/** The decision table: one test a reason, with what the operator reads. */
final class RulesTest {
    private record Passage(String segment, Instant observed) {}

    private record Sighting(String plate, String segment) {}

    private record Misread(String segment, long observed) {}

    private record Segment(String segment) {}

    private record Speeds(long tens, long dozens) {}

    private static final Function<Policy.Step, Policy> COUNTS_WITH = step -> new Policy(
            "with",
            PASSAGES,
            "planning",
            "app.planning",
            List.of(step),
            List.of(keep("segment")),
            Duration.ofDays(1),
            new Where("policies/with.yaml", 9));

    @Test
    void a_policy_below_the_ceiling_permits_and_every_rule_is_named_with_file_and_line() {
        Ruling.Permitted permitted = (Ruling.Permitted) ask("planning", "app.planning", Passage.class, COUNTS);

        assertThat(permitted.policy()).isEqualTo(COUNTS);
        assertThat(permitted.label()).isEqualTo(Label.DEIDENTIFIED);
        assertThat(permitted.outputs())
                .extracting(Ruling.Output::field, Ruling.Output::label)
                .containsExactly(tuple("segment", Label.NONPERSONAL), tuple("observed", Label.DEIDENTIFIED));
        assertThat(permitted.considered())
                .containsExactly(
                        "catalogue `catalogue/traffic.yaml` line 3 declares stream `traffic.passage`, label DIRECT",
                        "purpose `purposes/town.yaml` line 4 allows `planning` up to DEIDENTIFIED, authority: "
                                + "lawfully-authorised-activity, by-law 7 s. 3",
                        "collected under no notice: purpose `planning` has none",
                        "policy `counts` `policies/counts.yaml` line 9 permits `planning` to `app.planning`: applies",
                        "field `segment` NONPERSONAL -> keep -> `segment` NONPERSONAL",
                        "field `observed` INDIRECT -> round-time PT15M -> `observed` DEIDENTIFIED",
                        "permitted by policy `counts`, output label DEIDENTIFIED, ceiling DEIDENTIFIED");
    }

    @Test
    void a_stream_that_the_catalogue_lacks_is_undeclared() {
        FlowKey flow = new FlowKey("traffic.unknown", "planning", "app.planning");
        Ruling ruling = rules(COUNTS).explain(new Request(flow, Label.NONPERSONAL, Shape.of(Passage.class)));

        assertDenied(ruling, Reason.UNDECLARED_STREAM, "the catalogue has no stream `traffic.unknown`");
    }

    @Test
    void a_purpose_that_nobody_wrote_down_is_unknown() {
        assertDenied(
                ask("curiosity", "app.planning", Passage.class, COUNTS),
                Reason.UNKNOWN_PURPOSE,
                "the city has no purpose `curiosity`");
    }

    /** Not even with a policy that permits it: a prohibition is looked at first. */
    @Test
    void a_prohibited_purpose_gets_nothing_whatever_a_policy_says() {
        assertDenied(
                ask("advertising", "app.ads", Segment.class, policy("ads", "advertising", "app.ads", keep("segment"))),
                Reason.PROHIBITED,
                "purpose `advertising` is prohibited: MFIPPA s. 31 (`purposes/advertising.yaml` line 1)");
    }

    @Test
    void where_no_policy_names_the_recipient_there_is_a_gap() {
        Ruling ruling = ask("planning", "app.stranger", Passage.class, COUNTS);

        assertDenied(
                ruling,
                Reason.GAP,
                "no policy speaks of stream `traffic.passage` for purpose `planning` and recipient `app.stranger`");
        assertThat(ruling.considered())
                .contains("policy `counts` `policies/counts.yaml` line 9 permits `planning` to `app.planning`: does not"
                        + " apply");
    }

    @Test
    void another_purpose_than_the_permitted_one_is_no_gap() {
        assertDenied(
                ask("enforcement", "app.planning", Passage.class, COUNTS),
                Reason.OTHER_PURPOSE,
                "policy `counts` permits `traffic.passage` to `app.planning` for purpose `planning` only, not for "
                        + "`enforcement`");
    }

    @Test
    void a_component_that_the_policy_does_not_release_is_named_with_its_label_and_the_ceiling() {
        assertDenied(
                ask("planning", "app.planning", Sighting.class, COUNTS),
                Reason.NOT_RELEASED,
                "field `plate`, label DIRECT, is not released by policy `counts`; purpose `planning` has the ceiling "
                        + "DEIDENTIFIED");
    }

    @Test
    void an_output_above_the_ceiling_denies_the_whole_policy_asked_for_or_not() {
        assertDenied(
                ask(
                        "planning",
                        "app.planning",
                        Segment.class,
                        policy("much", "planning", "app.planning", keep("segment"), keep("plate"))),
                Reason.ABOVE_CEILING,
                "field `plate` label DIRECT is above the ceiling DEIDENTIFIED of purpose `planning`; drop it");
    }

    @Test
    void an_output_that_a_coarser_operator_would_mend_says_so() {
        assertDenied(
                ask(
                        "planning",
                        "app.planning",
                        Passage.class,
                        policy(
                                "fine",
                                "planning",
                                "app.planning",
                                keep("segment"),
                                release("observed", "observed", 12, "round-time", "PT1M"))),
                Reason.ABOVE_CEILING,
                "field `observed` label INDIRECT is above the ceiling DEIDENTIFIED of purpose `planning`; coarser would do: "
                        + "`round-time PT15M` or `time-part {part: hour, zone: UTC}` or `time-part {part: weekday, zone: "
                        + "UTC}`");
    }

    /** 50 to 59 and 49 to 55 is 50 to 55: see {@link Coarsenings}. */
    @Test
    void a_field_is_coarsened_in_one_way_or_keeps_its_label() {
        assertDenied(
                ask(
                        "planning",
                        "app.planning",
                        Speeds.class,
                        policy(
                                "twice",
                                "planning",
                                "app.planning",
                                release("tens", "speed", 1, "bucket", "10"),
                                release("dozens", "speed", 2, "bucket", "12"))),
                Reason.ABOVE_CEILING,
                "field `dozens` label INDIRECT is above the ceiling DEIDENTIFIED of purpose `planning`; `bucket 12` and "
                        + "`bucket 10` together tell more of the field than either: begin with the same one, or drop one");
    }

    @Test
    void outputs_that_begin_with_the_same_operator_are_one_coarse_value() {
        Policy.Release hundreds = new Policy.Release(
                "dozens",
                "speed",
                List.of(new Policy.Step("bucket", "10"), new Policy.Step("bucket", "100")),
                new Where("policies/line.yaml", 2));
        assertThat(ask(
                        "planning",
                        "app.planning",
                        Speeds.class,
                        policy(
                                "once",
                                "planning",
                                "app.planning",
                                release("tens", "speed", 1, "bucket", "10"),
                                hundreds)))
                .isInstanceOf(Ruling.Permitted.class);
    }

    /** A recipient of fast cars only knows of each that it was fast. */
    /** Each of them is wide enough alone; together they tell a speed. */
    @Test
    void two_filters_on_one_field_keep_the_label_of_the_field() {
        Policy narrow = new Policy(
                "narrow",
                PASSAGES,
                "planning",
                "app.planning",
                List.of(
                        new Policy.Step("filter", Written.argument("{speed: {atLeast: 50}}")),
                        new Policy.Step("filter", Written.argument("{speed: {below: 51}}"))),
                List.of(keep("segment")),
                Duration.ofDays(1),
                new Where("policies/narrow.yaml", 9));

        assertDenied(
                ask("planning", "app.planning", Segment.class, narrow),
                Reason.ABOVE_CEILING,
                "that a record passes `filter {speed: {below: 51}}` tells of it with label INDIRECT, which is above "
                        + "the ceiling DEIDENTIFIED of purpose `planning`; leave it out, or ask for less");
    }

    @Test
    void what_a_filter_tells_counts_as_told() {
        Policy fast = COUNTS_WITH.apply(new Policy.Step("filter", Written.argument("{speed: {atLeast: 100}}")));
        Ruling.Permitted permitted = (Ruling.Permitted) ask("planning", "app.planning", Segment.class, fast);

        assertThat(permitted.label()).isEqualTo(Label.DEIDENTIFIED);
        assertThat(permitted.held()).extracting(Ruling.Held::reason).containsExactly(Reason.FILTERED);
        assertThat(permitted.considered()).contains("records -> filter {speed: {atLeast: 100}} -> DEIDENTIFIED");
    }

    @Test
    void a_filter_that_tells_too_much_is_above_the_ceiling() {
        assertDenied(
                ask(
                        "planning",
                        "app.planning",
                        Segment.class,
                        COUNTS_WITH.apply(new Policy.Step("filter", Written.argument("{plate: {oneOf: [ABCD123]}}")))),
                Reason.ABOVE_CEILING,
                "that a record passes `filter {plate: {oneOf: [ABCD123]}}` tells of it with label DIRECT, which is above "
                        + "the ceiling DEIDENTIFIED of purpose `planning`; leave it out, or ask for less");
    }

    @Test
    void a_filter_and_a_coarse_output_of_the_same_field_tell_more_together() {
        Policy both = new Policy(
                "both",
                PASSAGES,
                "planning",
                "app.planning",
                List.of(new Policy.Step("filter", Written.argument("{speed: {atLeast: 55}}"))),
                List.of(release("tens", "speed", 1, "bucket", "10")),
                Duration.ofDays(1),
                new Where("policies/both.yaml", 9));
        assertThat(ask("planning", "app.planning", Speeds.class, both))
                .isInstanceOfSatisfying(
                        Ruling.Denied.class,
                        denied -> assertThat(denied.reason()).isEqualTo(Reason.ABOVE_CEILING));
    }

    @Test
    void an_operator_on_records_that_does_not_fit_makes_no_plan_and_names_the_policys_line() {
        assertDenied(
                ask("planning", "app.planning", Segment.class, COUNTS_WITH.apply(new Policy.Step("blur", ""))),
                Reason.BAD_PLAN,
                "policy `with` `policies/with.yaml` line 9: there is no operator on records `blur`");
        assertThat(ask("planning", "app.planning", Segment.class, COUNTS_WITH.apply(new Policy.Step("sample", "7"))))
                .isInstanceOfSatisfying(
                        Ruling.Denied.class,
                        denied -> assertThat(denied.reason()).isEqualTo(Reason.BAD_PLAN));
    }

    @Test
    void a_field_that_the_stream_lacks_makes_no_plan_and_names_the_line() {
        assertDenied(
                ask(
                        "planning",
                        "app.planning",
                        Segment.class,
                        withRelease(release("segment", "street", 21, "keep", ""))),
                Reason.BAD_PLAN,
                "policy `bad` `policies/line.yaml` line 21: stream `traffic.passage` has no field `street`");
    }

    @Test
    void an_operator_that_does_not_exist_makes_no_plan() {
        assertDenied(
                ask(
                        "planning",
                        "app.planning",
                        Segment.class,
                        withRelease(release("segment", "segment", 21, "blur", ""))),
                Reason.BAD_PLAN,
                "policy `bad` `policies/line.yaml` line 21: field `segment`: there is no operator `blur`");
    }

    @Test
    void an_operator_that_does_not_fit_makes_no_plan() {
        assertDenied(
                ask(
                        "planning",
                        "app.planning",
                        Segment.class,
                        withRelease(release("segment", "segment", 21, "round", "10"))),
                Reason.BAD_PLAN,
                "policy `bad` `policies/line.yaml` line 21: field `segment`: `round` takes a double, or a long with a "
                        + "whole step, got text");
    }

    /** To release a value as it is must be written down. */
    @Test
    void a_release_without_an_operator_makes_no_plan() {
        Policy.Release silent =
                new Policy.Release("segment", "segment", List.of(), new Where("policies/line.yaml", 21));
        assertDenied(
                ask("planning", "app.planning", Segment.class, withRelease(silent)),
                Reason.BAD_PLAN,
                "policy `bad` `policies/line.yaml` line 21: field `segment` has no operator; to release it as it is, "
                        + "write `keep`");
    }

    @Test
    void a_component_of_another_type_makes_no_plan() {
        assertDenied(
                ask("planning", "app.planning", Misread.class, COUNTS),
                Reason.BAD_PLAN,
                "field `observed` is instant in policy `counts` and long in the recipient's record");
    }

    @Test
    void a_raised_floor_lifts_what_was_not_personal_above_the_ceiling() {
        FlowKey flow = new FlowKey(PASSAGES, "planning", "app.planning");
        Ruling ruling = rules(COUNTS).explain(new Request(flow, Label.INDIRECT, Shape.of(Passage.class)));

        assertDenied(
                ruling,
                Reason.ABOVE_CEILING,
                "field `segment` label INDIRECT is above the ceiling DEIDENTIFIED of purpose `planning`; drop it");
    }

    @Test
    void without_any_policy_everything_is_denied() {
        assertThat(ask("planning", "app.planning", Segment.class)).isInstanceOf(Ruling.Denied.class);
    }

    private static Policy withRelease(Policy.Release release) {
        return policy("bad", "planning", "app.planning", release);
    }

    private static Ruling ask(String purpose, String recipient, Class<? extends Record> record, Policy... policies) {
        FlowKey flow = new FlowKey(PASSAGES, purpose, recipient);
        return rules(policies).explain(new Request(flow, Label.NONPERSONAL, Shape.of(record)));
    }

    private static Rules rules(Policy... policies) {
        return new Rules(Town.with(policies), new Operators());
    }

    private static void assertDenied(Ruling ruling, Reason reason, String why) {
        assertThat(ruling).isInstanceOfSatisfying(Ruling.Denied.class, denied -> {
            assertThat(denied.why()).isEqualTo(why);
            assertThat(denied.reason()).isEqualTo(reason);
            assertThat(denied.considered()).endsWith("denied, " + reason.code() + ": " + why);
        });
    }
}
