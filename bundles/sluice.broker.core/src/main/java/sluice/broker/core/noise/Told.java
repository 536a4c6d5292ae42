package sluice.broker.core.noise;

/** What comes of a release. */
public sealed interface Told {
    /** The budget does not allow it, or could not be charged: nothing is told. */
    Refused REFUSED = new Refused();

    /**
     * A number to tell.
     *
     * @param value with its noise; a count may be negative, because of it
     */
    record Number(double value) implements Told {}

    /** Nothing. */
    record Refused() implements Told {}
}
