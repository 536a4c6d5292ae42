package sluice.benchmarks;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import sluice.broker.core.flow.Delivery;
import sluice.broker.core.flow.Mailbox;

/** A queue that is emptied as fast as it is filled. */
final class Drain implements Mailbox {
    private @Nullable Delivery last;

    @Override
    public void offer(Delivery delivery) {
        last = delivery;
    }

    Delivery take() {
        Delivery delivery = requireNonNull(last, "nothing was delivered");
        last = null;
        return delivery;
    }
}
