package sluice.driver.kit;

/**
 * Something that a frame can state as a number, in one unit, with the bounds between which it can be true. Two facts are the same if they are
 * the same object: a codec that needs other bounds or another meaning declares a fact of its own.
 */
public final class Fact {
    /** What becomes of a fact. */
    public enum Use {
        /** What the device is there for; outside of its bounds the frame is implausible. */
        MEASURED,
        /** Of a probe that need not be there: outside of its bounds, or at exactly zero, there is none. */
        PROBE,
        /** What the device says of itself: told on {@code device.health}; outside of its bounds the frame is implausible. */
        HEALTH,
        /** The same, where zero means that all is well: told when it is not, and when it is again. */
        FAULT,
        /** Read so that the frame is understood as a whole, and told to nobody. */
        UNTOLD
    }

    private final String kind;
    private final Use use;
    private final double least;
    private final double most;

    private Fact(String kind, Use use, double least, double most) {
        this.kind = kind;
        this.use = use;
        this.least = least;
        this.most = most;
    }

    /**
     * A fact that the device is there for.
     *
     * @param kind lower case with hyphens
     * @param least the least value that can be true
     * @param most the greatest
     * @return the fact
     */
    public static Fact measured(String kind, double least, double most) {
        return new Fact(kind, Use.MEASURED, least, most);
    }

    /**
     * A fact of a probe that need not be there.
     *
     * @param kind lower case with hyphens
     * @param least the least value of a probe that is there
     * @param most the greatest
     * @return the fact
     */
    public static Fact probe(String kind, double least, double most) {
        return new Fact(kind, Use.PROBE, least, most);
    }

    /**
     * A fact about the device itself.
     *
     * @param kind lower case with hyphens, for example {@code battery-voltage}
     * @param least the least value that can be true
     * @param most the greatest
     * @return the fact
     */
    public static Fact health(String kind, double least, double most) {
        return new Fact(kind, Use.HEALTH, least, most);
    }

    /**
     * Something that may be wrong with the device.
     *
     * @param kind lower case with hyphens, for example {@code battery-low}
     * @param most the greatest code; 1 for a yes or no
     * @return the fact; 0 means that all is well
     */
    public static Fact fault(String kind, double most) {
        return new Fact(kind, Use.FAULT, 0, most);
    }

    /**
     * A fact that is told to nobody: a setting, a serial number, what triggered the frame.
     *
     * @param kind lower case with hyphens
     * @return the fact
     */
    public static Fact untold(String kind) {
        return new Fact(kind, Use.UNTOLD, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Its name.
     *
     * @return lower case with hyphens
     */
    public String kind() {
        return kind;
    }

    /**
     * What becomes of it.
     *
     * @return the use
     */
    public Use use() {
        return use;
    }

    /**
     * Whether a value can be true.
     *
     * @param value in the fact's unit
     * @return false outside of its bounds, and for what is no number
     */
    public boolean admits(double value) {
        return value >= least && value <= most;
    }

    /**
     * Whether it is about the device and not about what the device is there for.
     *
     * @return true for health and faults
     */
    public boolean isHealth() {
        return use == Use.HEALTH || use == Use.FAULT;
    }

    @Override
    public String toString() {
        return kind;
    }
}
