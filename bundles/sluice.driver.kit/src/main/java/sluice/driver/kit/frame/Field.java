package sluice.driver.kit.frame;

import sluice.driver.kit.Fact;
import sluice.driver.kit.Facts;
import sluice.driver.spi.Frame;

/**
 * A number in a frame and the fact that it states.
 *
 * @param fact what it states
 * @param raw where it stands
 * @param divisor raw steps in one unit of the fact
 * @param absent the raw number that stands for "none"
 */
public record Field(Fact fact, Raw raw, double divisor, long absent) {
    private static final long NEVER = Long.MIN_VALUE;

    /**
     * A field in the fact's own unit that is always there.
     *
     * @param fact what it states
     * @param raw where it stands
     * @return the field
     */
    public static Field of(Fact fact, Raw raw) {
        return new Field(fact, raw, 1, NEVER);
    }

    /**
     * The same field in other steps.
     *
     * @param steps raw steps in one unit; less than one if a step is several units
     * @return a copy
     */
    public Field per(double steps) {
        return new Field(fact, raw, steps, absent);
    }

    /**
     * The same field, where one number says "none".
     *
     * @param none the raw number
     * @return a copy
     */
    public Field unless(long none) {
        return new Field(fact, raw, divisor, none);
    }

    /**
     * States the fact, unless it is absent.
     *
     * @param frame long enough
     * @param base where the message or item begins
     * @param facts to be filled
     */
    public void read(Frame frame, int base, Facts facts) {
        long number = raw.of(frame, base);
        if (number != absent) {
            facts.say(fact, number / divisor);
        }
    }
}
