package sluice.transport.mqtt.internal;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Inbound;
import sluice.broker.core.port.Intake;
import sluice.broker.core.port.Outcome;

/** A door that remembers what came, and does with it what a test says. */
final class FakeIntake implements Intake {
    /** What becomes of a message that is not told at once. */
    static final Function<Inbound, Outcome> COMMIT = message -> Outcome.COMMITTED;

    final List<Inbound> messages = new CopyOnWriteArrayList<>();
    final List<Consumer<Outcome>> open = new CopyOnWriteArrayList<>();
    volatile Function<Inbound, Outcome> outcome = COMMIT;
    volatile boolean keepsOpen;

    @Override
    public void accept(Inbound message, Consumer<Outcome> commit) {
        messages.add(message);
        if (keepsOpen) {
            open.add(commit);
        } else {
            commit.accept(outcome.apply(message));
        }
    }

    @Override
    public void refused(String transport, Reason reason) {}

    List<String> texts() {
        return messages.stream()
                .map(message -> new String(message.payload(), StandardCharsets.UTF_8))
                .toList();
    }

    void awaitCount(int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> messages.size() >= count);
    }
}
