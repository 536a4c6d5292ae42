package sluice.driver.spi;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.OptionalLong;

/** What a device said, before mediation: the driver's record, when it was observed, and the device's count if it has one. Immutable. */
public final class Reading {
    private final Record values;
    private final Instant observedAt;
    private final long sequence;

    private Reading(Record values, Instant observedAt, long sequence) {
        this.values = requireNonNull(values, "values is null");
        this.observedAt = requireNonNull(observedAt, "observedAt is null");
        this.sequence = sequence;
    }

    /**
     * A reading without a sequence number.
     *
     * @param values a record of a class named in {@link Driver#streams()}
     * @param observedAt when the device observed it, by the best clock available
     * @return the reading
     */
    public static Reading of(Record values, Instant observedAt) {
        return new Reading(values, observedAt, -1);
    }

    /**
     * A reading of a frame: observed when the frame was received, numbered as the frame is.
     *
     * @param values a record of a class named in {@link Driver#streams()}
     * @param frame where it stood
     * @return the reading
     */
    public static Reading of(Record values, Frame frame) {
        return new Reading(values, frame.receivedAt(), frame.counter().orElse(-1));
    }

    /**
     * The same reading, numbered by the device. Number only what the device itself numbers, upwards by one: gaps and repeats are reported.
     *
     * @param newSequence 0 or more
     * @return a copy
     */
    public Reading numbered(long newSequence) {
        return new Reading(values, observedAt, newSequence);
    }

    /**
     * The driver's record.
     *
     * @return as given
     */
    public Record values() {
        return values;
    }

    /**
     * When it was observed.
     *
     * @return UTC
     */
    public Instant observedAt() {
        return observedAt;
    }

    /**
     * The device's own number.
     *
     * @return 0 or more, or empty
     */
    public OptionalLong sequence() {
        return sequence < 0 ? OptionalLong.empty() : OptionalLong.of(sequence);
    }
}
