package sluice.yaml;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a file, so that its author sees all of it at once. For one thread. */
public final class Problems {
    /** How many are kept; what comes after is counted as one more line. */
    public static final int LIMIT = 100;

    private final List<Problem> found = new ArrayList<>();
    private int count;

    /**
     * Notes a problem.
     *
     * @param code see {@link Problem#code()}
     * @param at where
     * @param text see {@link Problem#text()}
     */
    public void add(String code, Mark at, String text) {
        count++;
        if (count <= LIMIT) {
            found.add(new Problem(code, at, text));
        } else if (count == LIMIT + 1) {
            found.add(new Problem(
                    YamlCode.TOO_MANY_PROBLEMS,
                    at,
                    "more than " + LIMIT + " problems; mend the first ones and look again"));
        }
    }

    /**
     * How many were noted, kept or not.
     *
     * @return compare before and after reading a part, to know whether that part is sound
     */
    public int count() {
        return count;
    }

    /**
     * What was noted.
     *
     * @return in order, at most {@link #LIMIT} and one
     */
    public List<Problem> list() {
        return List.copyOf(found);
    }
}
