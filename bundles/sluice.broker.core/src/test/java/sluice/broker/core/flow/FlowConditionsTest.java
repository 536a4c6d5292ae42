package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.Town.keep;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.model.Accuracy;
import sluice.broker.core.model.CatalogueField;
import sluice.broker.core.model.CatalogueStream;
import sluice.broker.core.model.Coarseness;
import sluice.broker.core.model.Consistency;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Limits;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.model.PolicyCondition.Agreement;
import sluice.broker.core.model.PolicyCondition.Assessment;
import sluice.broker.core.model.PolicyCondition.Hours;
import sluice.broker.core.model.PolicyCondition.InZone;
import sluice.broker.core.model.PolicyCondition.NotOptedOut;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Purpose;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.model.Where;
import sluice.broker.core.model.Zone;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.port.Conditions.Facts;
import sluice.broker.core.port.Conditions.Freeze;
import sluice.broker.core.port.Conditions.Term;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.OptOuts;
import sluice.broker.core.port.SubjectDigest;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/** What a policy is conditional on, record by record. */
final class FlowConditionsTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:07:30Z");
    private static final FlowKey FLOW = new FlowKey(Town.PASSAGES, "enforcement", "app.hits");
    private static final SubjectDigest.Key KEY = new SubjectDigest.Key(new byte[16]);
    private static final Zone OLD_TOWN = new Zone(
            "old-town",
            List.of(
                    new Zone.Corner(43.6, -79.5),
                    new Zone.Corner(43.7, -79.5),
                    new Zone.Corner(43.7, -79.3),
                    new Zone.Corner(43.6, -79.3)),
            new Where("zones/town.yaml", 1));

    private record Passage(@Nullable String plate, @Nullable Point place) {}

    private record Hit(String plate) {}

    private static final Passage SEEN = new Passage("ABCD123", new Point(43.65, -79.4));

    private final TestPorts ports = new TestPorts();
    private final Board board = TestPorts.calm();
    private final Router router = new Router(new Meters(ports), board);
    private final Flow flow = new Flow(ports, ports, board, () -> NOW, () -> 1_000);

    @Test
    void an_agreement_that_is_not_in_force_shuts_the_flow_and_one_that_is_opens_it() {
        bind(new Agreement("sharing"));
        assertThat(sent()).isEqualTo("no-agreement");

        board.activate(facts(Map.of("sharing", new Term(NOW, NOW.plusSeconds(1))), Map.of()));
        assertThat(sent()).isEqualTo("told");

        board.activate(facts(Map.of("sharing", new Term(Instant.EPOCH, NOW)), Map.of()));
        assertThat(sent()).isEqualTo("no-agreement");
    }

    @Test
    void an_assessment_that_nobody_approved_shuts_the_flow() {
        bind(new Assessment("pia-7"));
        assertThat(sent()).isEqualTo("no-assessment");

        board.activate(facts(Map.of(), Map.of("pia-7", new Term(Instant.EPOCH, Instant.MAX))));
        assertThat(sent()).isEqualTo("told");
    }

    @Test
    void outside_the_hours_nothing_is_told() {
        bind(new Hours(Set.of(DayOfWeek.MONDAY), LocalTime.of(10, 0), LocalTime.of(11, 0), ZoneOffset.UTC));
        assertThat(sent()).isEqualTo("told");

        bind(new Hours(Set.of(DayOfWeek.MONDAY), LocalTime.of(11, 0), LocalTime.of(10, 0), ZoneOffset.UTC));
        assertThat(sent()).isEqualTo("out-of-hours");
    }

    @Test
    void outside_the_zone_and_nowhere_nothing_is_told() {
        bind(new InZone("place", "old-town"));
        assertThat(sent()).isEqualTo("told");
        assertThat(sent(new Passage("ABCD123", new Point(43.75, -79.4)))).isEqualTo("out-of-zone");
        assertThat(sent(new Passage("ABCD123", null))).isEqualTo("out-of-zone");
    }

    /** Fact sheet: an opt-out is only one if it works; a record about nobody knows whom is held back too. */
    @Test
    void who_opted_out_is_not_told_of() {
        bind(new NotOptedOut("plate"));
        board.activate(
                new Facts(Map.of(), Map.of(), Set.of(), OptOuts.of(KEY, Set.of(KEY.digest("plate", "ABCD123")))));

        assertThat(sent()).isEqualTo("opted-out");
        assertThat(sent(new Passage("WXYZ987", null))).isEqualTo("told");
        assertThat(sent(new Passage(null, null))).isEqualTo("opted-out");
    }

    @Test
    void a_breach_freezes_what_no_policy_makes_conditional() {
        bind();
        board.activate(new Facts(Map.of(), Map.of(), Set.of(new Freeze("*", "*", "app.hits")), OptOuts.NOBODY));
        assertThat(sent()).isEqualTo("frozen");
        board.activate(Facts.UNKNOWN);
        assertThat(sent()).isEqualTo("frozen");
        board.activate(Facts.CALM);
        assertThat(sent()).isEqualTo("told");
    }

    /** MFIPPA s. 33: the notice in force when it was collected decides, not the one of today. */
    @Test
    void for_a_consistent_purpose_only_what_was_collected_under_the_cited_notice_is_told() {
        assertThat(sentFor(NOW.minusSeconds(1), NOW)).isEqualTo("no-notice");
        assertThat(sentFor(NOW, Instant.MAX)).isEqualTo("told");
        assertThat(sentFor(NOW.plusNanos(1), Instant.MAX)).isEqualTo("no-notice");
        assertThat(sentFor(Instant.EPOCH, NOW.plusNanos(1))).isEqualTo("told");
    }

    @Test
    void all_conditions_must_hold() {
        bind(new Agreement("sharing"), new InZone("place", "old-town"));
        board.activate(facts(Map.of("sharing", new Term(Instant.EPOCH, Instant.MAX)), Map.of()));
        assertThat(sent()).isEqualTo("told");
        assertThat(sent(new Passage("ABCD123", null))).isEqualTo("out-of-zone");
    }

    /** That a record is told tells where it was: a zone in a condition counts as the same zone in a filter. */
    @Test
    void a_zone_in_a_condition_is_told_like_an_output() {
        assertThat(ruling("planning", new InZone("place", "old-town"))).isInstanceOf(Ruling.Permitted.class);
        assertThat(ruling("strict", new InZone("place", "old-town")))
                .isInstanceOfSatisfying(
                        Ruling.Denied.class,
                        denied -> assertThat(denied.reason().code()).isEqualTo("above-ceiling"));
    }

    @Test
    void a_condition_on_what_is_not_there_is_no_plan() {
        for (PolicyCondition condition : List.of(
                new InZone("place", "nowhere"),
                new InZone("plate", "old-town"),
                new NotOptedOut("owner"),
                new NotOptedOut("place"))) {
            assertThat(ruling("enforcement", condition)).isInstanceOfSatisfying(Ruling.Denied.class, denied -> {
                assertThat(denied.reason().code()).isEqualTo("bad-plan");
                assertThat(denied.why()).contains("the condition that");
            });
        }
    }

    @Test
    void conditions_are_explained() {
        assertThat(ruling("enforcement", new Agreement("sharing")).considered())
                .contains("on condition that agreement `sharing` is in force -> NONPERSONAL");
    }

    private static Facts facts(Map<String, Term> agreements, Map<String, Term> assessments) {
        return new Facts(agreements, assessments, Set.of(), OptOuts.NOBODY);
    }

    private Ruling ruling(String purpose, PolicyCondition condition) {
        router.activate(set(purpose, condition));
        return router.explain(new FlowKey(Town.PASSAGES, purpose, "app.hits"));
    }

    private void bind(PolicyCondition... conditions) {
        router.activate(set("enforcement", conditions));
        router.join(new Asking("enforcement", "app.hits", Hit.class, ports));
    }

    private static PolicySet set(String purpose, PolicyCondition... conditions) {
        Policy policy = new Policy(
                "hits",
                Town.PASSAGES,
                purpose,
                "app.hits",
                List.of(conditions),
                List.of(),
                List.of(purpose.equals("enforcement") ? keep("plate") : keep("segment")),
                Duration.ofDays(1),
                new Where("policies/hits.yaml", 1));
        Map<String, CatalogueField> fields = new LinkedHashMap<>(Town.passages().fields());
        fields.put("place", Town.field("place", ValueType.POINT, Label.INDIRECT, Limits.NONE, new Coarseness(1_000)));
        CatalogueStream stream = new CatalogueStream(
                Town.PASSAGES, fields, Accuracy.ANY, Town.passages().where());
        Map<String, Purpose> purposes = new LinkedHashMap<>(Town.with().purposes());
        purposes.put("strict", Town.lawful("strict", Label.NONPERSONAL, 9));
        return new PolicySet("test", Map.of(Town.PASSAGES, stream), purposes, List.of(policy), List.of(OLD_TOWN));
    }

    /** What becomes of a record that is collected now, for a purpose that is consistent by a notice that was in force then. */
    private String sentFor(Instant from, Instant until) {
        PolicySet town = set("enforcement");
        Map<String, Purpose> purposes = new LinkedHashMap<>(town.purposes());
        Purpose.Lawful plain = (Purpose.Lawful) requireNonNull(purposes.get("enforcement"));
        Consistency edge = new Consistency("enforcement", "2026-1", "the notice says so", from, until, plain.where());
        purposes.put(
                "towing",
                new Purpose.Lawful(
                        "towing", "", plain.authority(), plain.ceiling(), List.of(), List.of(edge), plain.where()));
        router.activate(new PolicySet("test", town.catalogue(), purposes, town.policies(), town.zones()));
        router.join(new Asking("towing", "app.hits", Hit.class, ports));
        return sent();
    }

    private String sent() {
        return sent(SEEN);
    }

    /** What became of one record: {@code told}, or the reason's code. */
    private String sent(Passage passage) {
        Map<String, Integer> before = Map.copyOf(ports.tallied);
        Route route = router.open(new Channel.Origin("driver.any", Passage.class, Town.PASSAGES, Label.NONPERSONAL))
                .route()
                .orElseThrow();
        Slots values = requireNonNull(route.reader().read(passage));
        flow.flow(new SlotReading("cam-1", new ReadingId(1, 2), values, NOW, false, 0), route, new Receipt(told -> {}));
        ports.sync();
        return ports.tallied.keySet().stream()
                .filter(key -> key.startsWith(FLOW.recipient()))
                .filter(key -> !ports.tallied.getOrDefault(key, 0).equals(before.getOrDefault(key, 0)))
                .map(key -> key.substring(FLOW.recipient().length() + 1))
                .map(code -> code.equals("permitted") ? "told" : code)
                .findFirst()
                .orElse("nothing");
    }
}
