package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Set;
import sluice.broker.core.model.Label;

/**
 * On which terms records are kept.
 *
 * @param label the most identifying label that their owner was told
 * @param streams the streams that their owner was told of
 * @param atMost longest time kept, from the commit; what is longer than {@link #LONGEST} is taken as that
 * @param atLeast shortest time kept, even if the owner deletes or replaces a record; beats {@code atMost}
 */
public record StoreTerms(Label label, Set<String> streams, Duration atMost, Duration atLeast) {
    /** Nothing is kept longer than a hundred years. */
    public static final Duration LONGEST = Duration.ofDays(36_525);

    public StoreTerms {
        requireNonNull(label, "label is null");
        streams = Set.copyOf(streams);
        atMost = within(atMost);
        atLeast = within(atLeast);
    }

    /**
     * Terms without streams and without a least time.
     *
     * @param label the most identifying label that their owner was told
     * @param atMost longest time kept
     * @return the terms
     */
    public static StoreTerms of(Label label, Duration atMost) {
        return new StoreTerms(label, Set.of(), atMost, Duration.ZERO);
    }

    private static Duration within(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("a retention can not be negative, got `" + time + "`");
        }
        return time.compareTo(LONGEST) > 0 ? LONGEST : time;
    }
}
