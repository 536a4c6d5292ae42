package sluice.operator.internal;

import java.util.Locale;

/** Writes figures the same way on every screen. */
public final class Figures {
    private static final double MICROS_PER_MILLI = 1000;

    private Figures() {}

    /**
     * A count.
     *
     * @param count how many
     * @return for example {@code 12,345}
     */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /**
     * A latency in milliseconds with about three digits.
     *
     * @param micros microseconds; 0 if there was none
     * @return for example {@code 0.42}, {@code 12.3} or {@code 1,250}; {@code -} if there was none
     */
    public static String millis(long micros) {
        if (micros <= 0) {
            return "-";
        }
        double millis = micros / MICROS_PER_MILLI;
        String pattern = millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%,.0f";
        return String.format(Locale.ROOT, pattern, millis);
    }

    /**
     * A noun with its number.
     *
     * @param count how many
     * @param one the singular
     * @return for example {@code 1 flow} or {@code 2 flows}
     */
    public static String of(long count, String one) {
        return count(count) + " " + (count == 1 ? one : one + "s");
    }
}
