package sluice.policy.check.trial;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.rehearsal.Rehearsed;
import sluice.driver.spi.Point;

/** What became of a reading, against what was to become of it. */
final class Findings {
    /** One centimetre on the ground, or less: what is left of different orders of the same arithmetic. */
    private static final double SAME_PLACE_DEGREES = 1e-7;

    private static final double METRES_A_DEGREE = 111_195;
    private static final int LONGEST_SHOWN = 60;

    private Findings() {}

    /** Empty if it is as expected, or one line. */
    static String differing(Trial.Expected expected, Rehearsed found) {
        if (expected instanceof Trial.Denied denied) {
            boolean isSo = found instanceof Rehearsed.Refused refused && refused.reason() == denied.reason();
            return isSo ? "" : "expected `" + denied.reason().code() + "`, got " + text(found);
        }
        Map<String, Object> values = ((Trial.Told) expected).values();
        return found instanceof Rehearsed.Observed observed
                ? differing(values, observed.values())
                : "expected " + shown(values) + ", got " + text(found);
    }

    private static String differing(Map<String, Object> expected, Map<String, Object> found) {
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        List<String> lines = names.stream()
                .filter(name -> !isSame(expected.get(name), found.get(name)))
                .map(name -> "`" + name + "` expected " + shown(expected.get(name)) + ", got " + shown(found.get(name)))
                .toList();
        return String.join("; ", lines);
    }

    private static boolean isSame(@Nullable Object expected, @Nullable Object found) {
        if (expected instanceof Trial.Near near && found instanceof Point point) {
            return metres(near, point) <= near.metres();
        }
        if (expected instanceof Point one && found instanceof Point other) {
            return Math.abs(one.latitude() - other.latitude()) <= SAME_PLACE_DEGREES
                    && Math.abs(one.longitude() - other.longitude()) <= SAME_PLACE_DEGREES;
        }
        return expected == null ? found == null : expected.equals(found);
    }

    /** On the sphere, flattened: good enough for a bound on noise. */
    private static double metres(Trial.Near near, Point point) {
        double north = (point.latitude() - near.latitude()) * METRES_A_DEGREE;
        double east =
                (point.longitude() - near.longitude()) * METRES_A_DEGREE * Math.cos(Math.toRadians(near.latitude()));
        return Math.hypot(north, east);
    }

    private static String text(Rehearsed found) {
        return found instanceof Rehearsed.Refused refused
                ? "`" + refused.reason().code() + "`"
                : shown(((Rehearsed.Observed) found).values());
    }

    private static String shown(@Nullable Object value) {
        String text = value == null ? "nothing" : value.toString();
        String few = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
        return "`" + few.replaceAll("[\\p{Cntrl}`]", "?") + "`";
    }
}
