package sluice.driver.smartbin.model;

import org.jspecify.annotations.Nullable;
import sluice.driver.kit.Fact;
import sluice.driver.kit.Facts;
import sluice.driver.kit.Known;

/** What only sensors in containers state, and what follows from several of their facts. Units are in the comments. */
public final class BinFacts {
    public static final Fact FILL = Fact.measured("fill", 0, 1); // by the sensor's own idea of the container
    public static final Fact DEPTH = Fact.measured("depth", 0, 20_000); // mm, from the floor up
    public static final Fact STEPS = Fact.measured("distance-steps", 0, 65_535); // a distance without a unit
    public static final Fact WEIGHT = Fact.measured("weight", 0, 5_000); // kg
    public static final Fact TILTED = Fact.measured("tilted", 0, 1);
    public static final Fact TILT = Fact.measured("tilt", 0, 180); // deg
    public static final Fact FIRE = Fact.measured("fire", 0, 1);
    public static final Fact LID_OPEN = Fact.measured("lid-open", 0, 1);
    public static final Fact LID_OPENINGS = Fact.measured("lid-openings", 0, 16_777_215);
    public static final Fact LID_ALARM = Fact.fault("lid-alarm", 1);
    public static final Fact LID_OPEN_SECONDS =
            Fact.untold("lid-open-seconds"); // the last time; says when somebody stood there

    private static final double ASKEW_DEGREES = 45;

    /** The sun heats a dark container to 65 degrees; what burns is hotter soon. */
    private static final double BURNING_CELSIUS = 75;

    private BinFacts() {}

    /** Whether anything in a frame is about the container or its sensor's power, and not about settings only. */
    public static boolean speakOfTheContainer(Facts facts) {
        for (int i = 0; i < facts.size(); i++) {
            Fact fact = facts.fact(i);
            if (fact.use() == Fact.Use.MEASURED || fact == Known.BATTERY_LEVEL) {
                return true;
            }
        }
        return false;
    }

    /** Whether the sensor hangs askew; absent if it does not tell. */
    public static @Nullable Boolean tilted(Facts facts) {
        Double degrees = facts.value(TILT);
        return degrees == null ? facts.flag(TILTED) : (Boolean) (degrees > ASKEW_DEGREES);
    }

    /** At the sensor, else at its probe. */
    public static @Nullable Double temperature(Facts facts) {
        Double inside = facts.value(Known.TEMPERATURE);
        return inside == null ? facts.value(Known.PROBE_TEMPERATURE) : inside;
    }

    /** Whether it burns; absent if the sensor has neither alarm nor thermometer. */
    public static @Nullable Boolean onFire(Facts facts) {
        Boolean alarm = facts.flag(FIRE);
        Double celsius = temperature(facts);
        if (alarm == null && celsius == null) {
            return null;
        }
        return Boolean.TRUE.equals(alarm) || celsius != null && celsius >= BURNING_CELSIUS;
    }

    /** How often the lid was opened; absent if the sensor does not count. */
    public static @Nullable Long lidOpenings(Facts facts) {
        Double count = facts.value(LID_OPENINGS);
        return count == null ? null : (Long) Math.round(count);
    }
}
