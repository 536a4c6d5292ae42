package sluice.driver.parking.model;

import sluice.driver.kit.Fact;
import sluice.driver.kit.Facts;

/** What bay sensors state. */
public final class BayFacts {
    public static final Fact OCCUPIED = Fact.measured("occupied", 0, 1);
    public static final Fact DEBUG = Fact.fault("debug-code", 4_095); // the maker's number
    public static final Fact OBSTRUCTED = Fact.fault("obstructed", 1);

    /** Which tag a driver carries says who parks where: read so that the frame is understood, and told to nobody. */
    public static final Fact TAG = Fact.untold("tag");

    public static final Fact FIRMWARE = Fact.untold("firmware"); // major, minor, patch
    public static final Fact KIND = Fact.untold("kind"); // of message

    private BayFacts() {}

    /** How many drivers' tags the sensor heard. */
    public static int tags(Facts facts) {
        int tags = 0;
        for (int i = 0; i < facts.size(); i++) {
            tags += facts.fact(i) == TAG ? 1 : 0;
        }
        return tags;
    }
}
