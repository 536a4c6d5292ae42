package sluice.broker.internal;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The guests of one kind that are here. Safe for several threads.
 *
 * @param <S> driver or application
 */
final class Guests<S> {
    private static final Logger LOG = LoggerFactory.getLogger(Guests.class);

    private final Map<ServiceReference<?>, S> here = new ConcurrentHashMap<>();
    private final BiConsumer<String, S> arrives;
    private final BiConsumer<String, S> leaves;

    Guests(BiConsumer<String, S> arrives, BiConsumer<String, S> leaves) {
        this.arrives = requireNonNull(arrives, "arrives is null");
        this.leaves = requireNonNull(leaves, "leaves is null");
    }

    void arrive(ServiceReference<S> reference, S guest) {
        GuestName.of(reference)
                .ifPresentOrElse(
                        name -> {
                            here.put(reference, guest);
                            arrives.accept(name, guest);
                        },
                        () -> LOG.warn("a guest was left out: its bundle has no name that a policy could have"));
    }

    void leave(ServiceReference<S> reference) {
        S guest = here.remove(reference);
        if (guest != null) {
            GuestName.of(reference).ifPresent(name -> leaves.accept(name, guest));
        }
    }
}
