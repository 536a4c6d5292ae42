package sluice.broker.core.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.Town.BINS;
import static sluice.broker.core.Town.PASSAGES;
import static sluice.broker.core.Town.keep;
import static sluice.broker.core.Town.release;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Consistency;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Notice;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.Reason;
import sluice.broker.core.model.Where;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.shape.Shape;

/** For which purposes something may be used that was collected, or made from what was collected, for another. */
final class PurposesTest {
    private record Segment(String segment) {}

    private record Bin(String container) {}

    private static final Where HERE = new Where("purposes/town.yaml", 7);
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Policy SEGMENTS = Town.policy("segments", "planning", "app.any", keep("segment"));

    /** MFIPPA s. 33: what the notice said at collection decides what the individual might have expected. */
    @Test
    void a_consistent_purpose_is_heard_by_the_policy_of_the_other_for_its_notices() {
        Ruling.Permitted permitted = (Ruling.Permitted)
                decide(consistent("signals", "planning", Label.DEIDENTIFIED, SEGMENTS), "signals", Set.of());

        assertThat(permitted.policy()).isEqualTo(SEGMENTS);
        assertThat(permitted.required().consistencies())
                .extracting(Consistency::notice)
                .containsExactly("2026-1");
    }

    @Test
    void a_policy_for_the_purpose_itself_asks_for_no_notice() {
        Policy own = Town.policy("own", "signals", "app.any", keep("segment"));
        Ruling.Permitted permitted = (Ruling.Permitted)
                decide(consistent("signals", "planning", Label.DEIDENTIFIED, SEGMENTS, own), "signals", Set.of());

        assertThat(permitted.policy()).isEqualTo(own);
        assertThat(permitted.required().consistencies()).isEmpty();
    }

    @Test
    void consistency_goes_one_way_only() {
        Ruling ruling = decide(consistent("planning", "signals", Label.DEIDENTIFIED, SEGMENTS), "signals", Set.of());

        assertThat(((Ruling.Denied) ruling).reason()).isEqualTo(Reason.OTHER_PURPOSE);
    }

    /** Used for another purpose, information exceeds the ceiling of neither. */
    @Test
    void the_lower_one_of_two_ceilings_counts() {
        Policy times = Town.policy("times", "planning", "app.any", keep("segment"), keep("observed"));
        Ruling ruling = decide(consistent("signals", "planning", Label.DIRECT, times), "signals", Set.of());

        assertThat(((Ruling.Denied) ruling).reason()).isEqualTo(Reason.ABOVE_CEILING);
    }

    @Test
    void the_edge_is_explained_with_its_notice() {
        PolicySet set = consistent("signals", "planning", Label.DEIDENTIFIED, SEGMENTS);

        assertThat(new Rules(set, new Operators())
                        .explain(request(PASSAGES, "signals", Set.of()))
                        .considered())
                .anyMatch(line -> line.contains("consistent with `planning`") && line.contains("notice `2026-1`"));
    }

    @Test
    void the_versions_of_the_notice_are_explained_from_when_to_when_they_were_in_force() {
        PolicySet set = told(SEGMENTS, notice("2025-1", BEGIN.minusSeconds(86_400), 3), notice("2026-1", BEGIN, 8));

        assertThat(explained(set, "planning"))
                .contains(
                        "collected under notice `2025-1` `purposes/town.yaml` line 3, in force from "
                                + "2025-12-31T00:00:00Z until 2026-01-01T00:00:00Z",
                        "collected under notice `2026-1` `purposes/town.yaml` line 8, in force from "
                                + "2026-01-01T00:00:00Z")
                .anyMatch(line -> line.endsWith("label DIRECT; people are told where they are sensed: sign 7"));
    }

    @Test
    void a_stream_about_people_without_a_notice_is_explained_as_such() {
        assertThat(explained(Town.with(SEGMENTS), "planning"))
                .contains("collected under no notice: purpose `planning` has none")
                .noneMatch(line -> line.contains("told where"));
    }

    /** What is used for another purpose was collected under that one's notice, so this one's is not named. */
    @Test
    void a_consistent_use_names_the_notice_of_its_edge_only() {
        assertThat(explained(consistent("signals", "planning", Label.DEIDENTIFIED, SEGMENTS), "signals"))
                .filteredOn(line -> line.contains("collected under"))
                .singleElement()
                .asString()
                .contains("notice `2026-1`, from 2026-01-01T00:00:00Z until");
    }

    /** Purposes of what is mixed intersect, never unite. */
    @Test
    void what_was_made_from_two_streams_serves_what_both_may_serve() {
        Policy derived = Town.policy("derived", "enforcement", "app.any", keep("segment"));
        Policy plates = Town.policy("plates", "enforcement", "app.hits", keep("plate"));
        PolicySet both = Town.with(derived, plates, binsFor("enforcement"));
        PolicySet one = Town.with(derived, plates, binsFor("planning"));

        assertThat(decide(both, "enforcement", Set.of(PASSAGES, BINS))).isInstanceOf(Ruling.Permitted.class);
        assertThat(decide(one, "enforcement", Set.of(PASSAGES))).isInstanceOf(Ruling.Permitted.class);
        assertThat(decide(one, "enforcement", Set.of(PASSAGES, BINS)))
                .isInstanceOfSatisfying(Ruling.Denied.class, denied -> {
                    assertThat(denied.reason()).isEqualTo(Reason.OTHER_PURPOSE);
                    assertThat(denied.why())
                            .contains("made from stream `" + BINS + "`")
                            .contains("intersect");
                });
    }

    @Test
    void a_stream_that_nobody_speaks_of_any_more_may_serve_nothing() {
        assertThat(decide(Town.with(SEGMENTS), "planning", Set.of("gone.stream")))
                .isInstanceOf(Ruling.Denied.class);
    }

    private static List<String> explained(PolicySet set, String purpose) {
        return new Rules(set, new Operators())
                .explain(request(PASSAGES, purpose, Set.of()))
                .considered();
    }

    private static Notice notice(String version, Instant from, int line) {
        return new Notice(
                version,
                from,
                "we count",
                "nous comptons",
                new Notice.Contact("Privacy officer", "City Hall", "416-555-0100"),
                new Where("purposes/town.yaml", line));
    }

    /** The town with planning as people were told of it, and a sign where they pass. */
    private static PolicySet told(Policy policy, Notice... notices) {
        PolicySet town = Town.with(policy);
        CatalogueStream plain = Town.passages();
        CatalogueStream signed =
                new CatalogueStream(plain.name(), plain.fields(), plain.accuracy(), "sign 7", plain.where());
        Purpose.Lawful planning =
                (Purpose.Lawful) requireNonNull(town.purposes().get("planning"));
        Purpose.Lawful known = new Purpose.Lawful(
                "planning", "", planning.authority(), planning.ceiling(), List.of(notices), List.of(), HERE);
        return new PolicySet("test", Map.of(PASSAGES, signed), Map.of("planning", known), town.policies());
    }

    private static Policy binsFor(String purpose) {
        return new Policy(
                "bins",
                BINS,
                purpose,
                "app.other",
                List.of(release("container", "container", 9, "keep", "")),
                Duration.ofDays(1),
                HERE);
    }

    private static Ruling decide(PolicySet set, String purpose, Set<String> lineage) {
        return new Rules(set, new Operators()).decide(request(PASSAGES, purpose, lineage));
    }

    private static Request request(String stream, String purpose, Set<String> lineage) {
        Shape shape = Shape.of(stream.equals(BINS) ? Bin.class : Segment.class);
        return new Request(new FlowKey(stream, purpose, "app.any"), Label.NONPERSONAL, lineage, List.of(shape));
    }

    /** The town with a purpose that is consistent with another by one notice. */
    private static PolicySet consistent(String purpose, String with, Label ceiling, Policy... policies) {
        PolicySet town = Town.with(policies);
        Map<String, Purpose> purposes = new LinkedHashMap<>(town.purposes());
        purposes.put("signals", Town.lawful("signals", ceiling, 7));
        Purpose.Lawful plain = (Purpose.Lawful) requireNonNull(purposes.get(purpose));
        Consistency edge = new Consistency(with, "2026-1", "the sign says so", BEGIN, Instant.MAX, HERE);
        purposes.put(
                purpose,
                new Purpose.Lawful(purpose, "", plain.authority(), plain.ceiling(), List.of(), List.of(edge), HERE));
        return new PolicySet("test", town.catalogue(), purposes, town.policies());
    }
}
