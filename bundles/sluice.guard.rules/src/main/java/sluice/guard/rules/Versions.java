package sluice.guard.rules;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The newest version of a thing and the one before it are accepted: a vendor has one release's time to follow. */
final class Versions {
    private static final Pattern RANGE =
            Pattern.compile("([\\[(])([0-9]{1,6})([0-9.]*)[A-Za-z0-9_-]*,([0-9]{1,6})([0-9.]*)[A-Za-z0-9_-]*([\\])])");

    private static final Pattern FROM = Pattern.compile("([0-9]{1,6})(\\.[0-9A-Za-z_.-]*)?");

    private Versions() {}

    /** Of the allow-list; 0 is a bundle that says nothing, and is scanned like every other. */
    static Optional<Fault> ofList(int stated, int newest) {
        if (stated == 0 || stated == newest || stated == newest - 1) {
            return Optional.empty();
        }
        boolean isOld = stated < newest;
        String instead = isOld ? "sluice-check with list " + newest : "a platform that has list " + stated;
        return Optional.of(new Fault(
                "MANIFEST",
                "Sluice-Allow-List " + stated,
                isOld ? "allow-list-too-old" : "allow-list-too-new",
                instead));
    }

    /**
     * Of an API: whether a range of versions has room for a major version that is served.
     *
     * @param range as in {@code Import-Package}; empty if the bundle takes any
     */
    static Optional<Fault> ofApi(String api, String range, Set<Integer> served) {
        int lowest = lowest(range);
        int highest = highest(range);
        if (served.stream().anyMatch(major -> major >= lowest && major <= highest)) {
            return Optional.empty();
        }
        boolean isOld = highest < new TreeSet<>(served).first();
        return Optional.of(new Fault(
                "MANIFEST",
                api + ' ' + range,
                isOld ? "api-too-old" : "api-too-new",
                "major versions " + new TreeSet<>(served)));
    }

    private static int lowest(String range) {
        Matcher matcher = RANGE.matcher(range);
        if (matcher.matches()) {
            return Integer.parseInt(matcher.group(2));
        }
        Matcher from = FROM.matcher(range);
        return range.isEmpty() ? 0 : from.matches() ? Integer.parseInt(from.group(1)) : Integer.MAX_VALUE;
    }

    /** The highest major version of which some minor one is in the range; {@code [1,2)} ends in 1. */
    private static int highest(String range) {
        Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches()) {
            return Integer.MAX_VALUE;
        }
        int major = Integer.parseInt(matcher.group(4));
        boolean isWhole = matcher.group(5).replaceAll("[.0]", "").isEmpty();
        return isWhole && matcher.group(6).equals(")") ? major - 1 : major;
    }
}
