package sluice.broker.core.recipient;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.flow.Delivery;
import sluice.broker.core.model.Reason;

/**
 * Calls that were made and whose effects are not carried out yet. While observations wait in the queue, what several calls want kept comes
 * to the disk together, and only then, in order, is anything published and counts as delivered. So an application is not held to one
 * force to disk a call, and the effects of each call are still done as a whole or not at all.
 */
final class Turns {
    private static final int MOST = 64;

    private final Recipient recipient;
    private final Calls calls;
    private final Publisher publisher;
    private final List<Turn> waiting = new ArrayList<>();

    private record Turn(@Nullable Delivery delivery, Done done) {}

    Turns(Recipient recipient, Calls calls, Publisher publisher) {
        this.recipient = requireNonNull(recipient, "recipient is null");
        this.calls = requireNonNull(calls, "calls is null");
        this.publisher = requireNonNull(publisher, "publisher is null");
    }

    /** A call was made: for a delivery, or for an instant. Later calls see what it wants kept. */
    void add(Memory memory, @Nullable Delivery delivery, Done done, @Nullable Instant woken) {
        memory.state().stage(StateChanges.of(done, woken));
        waiting.add(new Turn(delivery, done));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    boolean isFull(Memory memory) {
        return waiting.size() >= MOST || memory.state().isFull();
    }

    /** Carries out all effects, once what is to be kept is on disk; if the end comes first, gives back what the calls were told. */
    void settle(Memory memory) throws InterruptedException {
        try {
            if (!calls.keep(memory)) {
                giveBack(memory);
                return;
            }
        } catch (IllegalArgumentException tooMuch) {
            recipient.failed(tooMuch);
            refuse(memory);
        }
        waiting.forEach(this::carryOut);
        waiting.clear();
    }

    /** What is too much for the store would be so forever. */
    private void refuse(Memory memory) {
        memory.state().discard();
        waiting.replaceAll(turn -> new Turn(turn.delivery(), Done.not(Reason.RECIPIENT_FAILED)));
    }

    private void carryOut(Turn turn) {
        Prepared prepared = turn.done().prepared();
        if (prepared != null) {
            prepared.notes().forEach(note -> recipient.notes().note(note.code(), note.value()));
            prepared.publishes().forEach(publisher::publish);
        }
        tell(turn.delivery(), turn.done().reason());
    }

    private void tell(@Nullable Delivery delivery, @Nullable Reason refused) {
        if (delivery != null && refused != null) {
            recipient.drop(delivery, refused);
        } else if (delivery != null) {
            recipient.consumed(delivery);
        }
    }

    /** As if none of the calls had been made. */
    void giveBack(Memory memory) {
        for (int i = waiting.size() - 1; i >= 0; i--) {
            Delivery delivery = waiting.get(i).delivery();
            if (delivery != null) {
                recipient.queue().putBack(delivery);
            }
        }
        waiting.clear();
        memory.state().discard();
    }
}
