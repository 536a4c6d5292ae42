package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.flow.Corridor.TEN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Where;
import sluice.broker.core.shape.Slots;

/** One flow's windows take records of devices whose labels differ: what is told is handed over as the most personal of them asks for. */
final class WindowExitTest {
    private static final Instant OVER = TEN.plus(Duration.ofMinutes(22));

    private final Corridor corridor = new Corridor(TEN);

    /** Somebody's own greatest level is about a household if one of the devices serves one, whichever was bound last. */
    @Test
    void a_window_with_records_about_persons_is_told_by_the_ledger_whatever_else_is_in_it() {
        corridor.router.activate(Town.with(greatest()));
        corridor.router.join(new Asking("enforcement", "app.planning", Greatest.class, corridor.ports));
        Channel raised = open(Label.INDIRECT);
        Channel plain = open(Label.NONPERSONAL);
        for (int i = 0; i < 12; i++) {
            pass(raised, "home-" + i);
            pass(plain, "street-" + i);
        }

        corridor.until(OVER);

        assertThat(corridor.ports.disclosed).containsExactly("app.planning gathered");
    }

    private Channel open(Label floor) {
        return corridor.router.open(new Channel.Origin("driver.any", Corridor.Passage.class, Town.PASSAGES, floor));
    }

    private void pass(Channel channel, String plate) {
        Route route = channel.route().orElseThrow();
        Slots values = requireNonNull(route.reader().read(new Corridor.Passage(plate, 0.9, "king", 50, TEN)));
        corridor.flow.flow(
                new SlotReading("cam-1", new ReadingId(1, 2), values, TEN, false, 0), route, new Receipt(any -> {}));
    }

    record Greatest(double confidence) {}

    private static Policy greatest() {
        return new Policy(
                "greatest",
                Town.PASSAGES,
                "enforcement",
                "app.planning",
                List.of(),
                List.of(),
                Corridor.window("plate", 11),
                List.of(new Policy.Release(
                        "confidence",
                        "confidence",
                        List.of(new Policy.Step("max", Argument.NONE)),
                        new Where("policies/line.yaml", 13))),
                Duration.ofDays(30),
                new Where("policies/greatest.yaml", 9));
    }
}
