package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.Town.PASSAGES;
import static sluice.broker.core.Town.policy;
import static sluice.broker.core.Town.release;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Where;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.plan.operator.Operators;
import sluice.broker.core.plan.operator.pseudonym.TestKeys;
import sluice.broker.core.port.Keys;
import sluice.broker.core.port.Outcome;
import sluice.broker.core.shape.Slots;

/** Two recipients put together what they were told. Fact sheet: combining sources makes a profile that neither has. */
final class JoiningTest {
    private static final Instant NOW = Instant.parse("2026-11-25T17:00:00Z");
    private static final int CARS = 500;

    private record Passage(String plate, double confidence) {}

    private record Seen(String who) {}

    private final TestPorts ports = new TestPorts();
    private final TestKeys keys = new TestKeys();
    private final Board board = TestPorts.calm();
    private final Router router = new Router(new Meters(ports), board, new Operators(keys));
    private final Flow flow = new Flow(ports, ports, board, () -> NOW, () -> 1_000);

    private static Argument pseudonym(String... more) {
        Map<String, Argument> entries = new LinkedHashMap<>();
        entries.put("scope", Argument.of("city"));
        for (int i = 0; i < more.length; i += 2) {
            entries.put(more[i], Argument.of(more[i + 1]));
        }
        return new Argument.Entries(entries);
    }

    private static Policy who(String recipient, String operator, Argument argument) {
        return policy(
                recipient + "-names",
                "enforcement",
                recipient,
                new Policy.Release(
                        "who", "plate", List.of(new Policy.Step(operator, argument)), new Where("names.yaml", 7)));
    }

    private void ask(String recipient) {
        router.join(new Asking("enforcement", recipient, Seen.class, ports));
    }

    private Outcome send(String plate) {
        Route route = router.open(new Channel.Origin("driver.camera", Passage.class, PASSAGES, Label.NONPERSONAL))
                .route()
                .orElseThrow();
        Slots values = requireNonNull(route.reader().read(new Passage(plate, 0.99)));
        return flow.flow(
                new SlotReading("camera-1", new ReadingId(1, plate.hashCode()), values, NOW, false, 0),
                route,
                new Receipt(outcome -> {}));
    }

    @Test
    void joining_two_recipients_outputs_finds_no_shared_value_about_a_person() {
        router.activate(Town.with(
                who("app.one", "pseudonym", pseudonym("epoch", "P1D")),
                who("app.two", "pseudonym", pseudonym("epoch", "P1D")),
                who("app.three", "trip-pseudonym", pseudonym("gap", "PT10M")),
                who("app.four", "trip-pseudonym", pseudonym("gap", "PT10M"))));
        List.of("app.one", "app.two", "app.three", "app.four").forEach(this::ask);
        for (int car = 0; car < CARS; car++) {
            send("CTTA" + car);
            send("CTTA" + car);
        }
        ports.sync();
        Set<Object> values = new HashSet<>();
        Set<Object> ids = new HashSet<>();
        ports.delivered.forEach(delivery -> values.add(delivery.values().getObject(0)));
        ports.delivered.forEach(delivery -> ids.add(delivery.terms().flow().recipient()));
        assertThat(ports.delivered).hasSize(2 * 4 * CARS);
        assertThat(ids).hasSize(4);
        // each recipient has one value a car, and none that another recipient has
        assertThat(values).hasSize(4 * CARS);
    }

    @Test
    void without_keys_what_needs_one_is_refused_and_the_rest_goes_on() {
        router.activate(Town.with(
                who("app.one", "pseudonym", pseudonym("epoch", "P1D")), who("app.plain", "keep", Argument.NONE)));
        List.of("app.one", "app.plain").forEach(this::ask);
        keys.refuse(Keys.Answer.No.DOWN);
        assertThat(send("CTTA1")).isEqualTo(Outcome.COMMITTED);
        ports.sync();
        assertThat(ports.delivered).hasSize(1);
        assertThat(ports.tallied).containsEntry("app.one keys-down", 1).containsEntry("app.plain permitted", 1);
    }

    @Test
    void after_the_key_is_destroyed_nothing_more_is_told_under_it() {
        router.activate(Town.with(who("app.one", "pseudonym", pseudonym("epoch", "P1D"))));
        ask("app.one");
        send("CTTA1");
        keys.destroyAll();
        send("CTTA1");
        ports.sync();
        assertThat(ports.delivered).hasSize(1);
        assertThat(ports.tallied).containsEntry("app.one epoch-over", 1);
    }

    /** The release helper of the town is for words; a pseudonym has a map. */
    @Test
    void a_purpose_for_what_is_de_identified_does_not_get_pseudonyms() {
        Policy planning = policy(
                "planning-names",
                "planning",
                "app.one",
                new Policy.Release(
                        "who",
                        "plate",
                        List.of(new Policy.Step("pseudonym", pseudonym("epoch", "P1D"))),
                        new Where("names.yaml", 7)),
                release("segment", "segment", 8, "keep", ""));
        router.activate(Town.with(planning));
        router.join(new Asking("planning", "app.one", Seen.class, ports));
        send("CTTA1");
        assertThat(ports.tallied).containsEntry("app.one above-ceiling", 1);
        assertThat(keys.names()).isEmpty();
    }
}
