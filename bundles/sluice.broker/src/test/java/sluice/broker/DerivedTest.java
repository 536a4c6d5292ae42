package sluice.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.testkit.broker.InMemoryBroker.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.broker.core.model.Declassification;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.model.Where;
import sluice.broker.core.port.Conditions.Facts;
import sluice.broker.core.port.Conditions.Freeze;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.OptOuts;
import sluice.testkit.broker.InMemoryBroker;

/** What is made from what was told, what is asked for less of, and what stops in the middle: through the whole broker. */
final class DerivedTest {
    record Hit(String plate) {}

    record Passage(String segment, Instant observed) {}

    record PlateSeen(String plate, String segment) {}

    record Notice(List<String> lines) {}

    private static final Manifest HITS =
            Manifest.forPurpose("enforcement").needs(City.PLATES, Hit.class).publishes(City.NOTICES, Notice.class);
    private static final Policy HITS_POLICY =
            City.policy("hits", City.PLATES, "enforcement", "app.hits", City.keep("plate"));

    private final InMemoryBroker city = new InMemoryBroker(City.policies());

    @BeforeEach
    void a_bin_and_a_camera() {
        city.devices().add("bin-1", "driver.text", "mqtt:t/bin-1", Map.of("segment", "x"));
        city.devices().add("cam-1", "driver.text", "mqtt:t/cam-1", Map.of("segment", "king-street"));
        city.broker().arrive("driver.text", new TextDriver());
    }

    @AfterEach
    void close() {
        city.close();
    }

    @Test
    void an_application_gets_the_least_invasive_of_the_records_that_it_can_do_with() {
        Listener planning = join(
                "app.planning",
                Manifest.forPurpose("traffic-planning")
                        .needsOneOf(City.PLATES, List.of(PlateSeen.class, Passage.class)),
                1);

        city.send("t/cam-1", "plate ABCD123 0.93");

        assertThat(planning.next()).isEqualTo(new Passage("king-street", Instant.parse("2026-05-04T10:00:00Z")));
    }

    /** A published stream has the label of all that its publisher was told, whatever it looks like. */
    @Test
    void what_a_publisher_of_plates_says_is_as_identifying_as_a_plate() {
        publishAndRead("traffic-planning", List.of());

        city.send("t/cam-1", "plate ABCD123 0.93");

        await("the count", () -> count("traffic-planning", "above-ceiling") == 1);
    }

    @Test
    void a_declassification_lowers_it_until_its_end_and_is_in_the_ledger() {
        Instant end = city.clock().instant().plusSeconds(60);
        Listener reader = publishAndRead("traffic-planning", List.of(declassified(end)));

        city.send("t/cam-1", "plate ABCD123 0.93");
        assertThat(reader.next()).isEqualTo(new Notice(List.of("seen")));

        city.clock().advance(Duration.ofSeconds(61));
        city.broker().tick();
        city.send("t/cam-1", "plate ABCD124 0.93");
        await("the count", () -> count("traffic-planning", "above-ceiling") == 1);
        assertThat(city.ledger().events())
                .anyMatch(event -> event.startsWith("declassified ") && event.contains("approver=privacy officer"))
                .anyMatch(event -> event.startsWith("declassification-over "));
    }

    /** The catalogue permits plates for planning and for enforcement; what was made from them serves nothing else. */
    @Test
    void purposes_of_what_is_mixed_intersect() {
        publishAndRead("waste-collection", List.of(declassified(Instant.MAX)));

        city.send("t/cam-1", "plate ABCD123 0.93");

        await("the count", () -> count("waste-collection", "other-purpose") == 1);
    }

    /** A breach stops what waits, too: it was committed, and is not told. */
    @Test
    void what_waits_for_an_application_is_not_told_once_its_flow_is_frozen() {
        Manifest manifest = Manifest.forPurpose("traffic-planning").needs(City.PLATES, Passage.class);
        Listener planning = join("app.planning", manifest, 1);
        city.send("t/cam-1", "plate ABCD123 0.93");
        planning.next();

        city.conditions()
                .say(new Facts(
                        Map.of(), Map.of(), Set.of(new Freeze(City.PLATES, Freeze.ANY, Freeze.ANY)), OptOuts.NOBODY));
        city.send("t/cam-1", "plate ABCD124 0.93");

        FlowKey flow = new FlowKey(City.PLATES, "traffic-planning", "app.planning");
        await("the count", () -> city.ledger().count(flow, "frozen") == 1);
        assertThat(planning.heard).isEmpty();
    }

    private Listener publishAndRead(String purpose, List<Declassification> declassifications) {
        PolicySet plain =
                City.with(HITS_POLICY, City.policy("notices", City.NOTICES, purpose, "app.reader", City.keep("lines")));
        city.broker()
                .activate(new PolicySet(
                        "derived",
                        plain.catalogue(),
                        plain.purposes(),
                        plain.policies(),
                        List.of(),
                        declassifications));
        Listener reader = join("app.reader", Manifest.forPurpose(purpose).needs(City.NOTICES, Notice.class), 1);
        Listener hits = new Listener(
                HITS,
                (observation, context) -> List.of(new Effect.Publish(new Notice(new ArrayList<>(List.of("seen"))))));
        city.broker().arrive("app.hits", hits);
        city.awaitFlows(2);
        return reader;
    }

    private static Declassification declassified(Instant until) {
        return new Declassification(
                "app.hits",
                City.NOTICES,
                Label.AGGREGATE,
                "says only that something was seen",
                "privacy officer",
                until,
                new Where("declassify/notices.yaml", 1));
    }

    private long count(String purpose, String code) {
        return city.ledger().count(new FlowKey(City.NOTICES, purpose, "app.reader"), code);
    }

    private Listener join(String name, Manifest manifest, int flows) {
        Listener listener = new Listener(manifest);
        city.broker().arrive(name, listener);
        city.awaitFlows(flows);
        return listener;
    }
}
