package sluice.driver.spi;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;

/** What became of a frame: the readings in it, or the reason it was refused. A closed set: use {@link #fold}. */
public sealed interface Decoded {
    /**
     * The frame was understood.
     *
     * @param readings what it said, in order; empty if it held nothing that anybody may have (a heartbeat, say)
     */
    record Readings(List<Reading> readings) implements Decoded {
        public Readings {
            readings = List.copyOf(readings);
        }
    }

    /**
     * The frame was not understood; it is counted under this reason, acknowledged, and not sent again.
     *
     * @param refusal the reason
     */
    record Refused(Refusal refusal) implements Decoded {
        public Refused {
            requireNonNull(refusal, "refusal is null");
        }
    }

    /**
     * The frame said this.
     *
     * @param readings one reading for each fact, in order
     * @return the decoded frame
     */
    static Decoded of(Reading... readings) {
        return new Readings(List.of(readings));
    }

    /**
     * The frame was understood and holds nothing to pass on.
     *
     * @return no readings
     */
    static Decoded nothing() {
        return new Readings(List.of());
    }

    /**
     * The frame was not understood.
     *
     * @param refusal the reason
     * @return the refusal
     */
    static Decoded refused(Refusal refusal) {
        return new Refused(refusal);
    }

    /**
     * Looks at both cases.
     *
     * @param understood applied to the readings
     * @param refused applied to the reason
     * @param <T> the result
     * @return what the applied function returned
     */
    default <T> T fold(Function<List<Reading>, T> understood, Function<Refusal, T> refused) {
        return this instanceof Readings readings
                ? understood.apply(readings.readings())
                : refused.apply(((Refused) this).refusal());
    }
}
