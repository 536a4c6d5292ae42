package sluice.broker.core.window;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/**
 * One record on its way into a window.
 *
 * @param values one for each component of the recipient's record: of a group's field its value, of an aggregate what it takes
 * @param subject digest of whom the record is about
 * @param sensitive digest of the field whose values have to differ in a group; any number if there is no such field
 * @param at when it was observed
 * @param place where; null if nobody asks
 */
public record Incoming(
        Slots values,
        long subject,
        long sensitive,
        Instant at,
        @Nullable Point place) {
    public Incoming {
        requireNonNull(values, "values is null");
        requireNonNull(at, "at is null");
    }

    /**
     * A record of which nobody asks where it was observed.
     *
     * @param values see {@link #values}
     * @param subject see {@link #subject}
     * @param sensitive see {@link #sensitive}
     * @param at see {@link #at}
     */
    public Incoming(Slots values, long subject, long sensitive, Instant at) {
        this(values, subject, sensitive, at, null);
    }
}
