package sluice.broker.core.window.aggregate;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Hides more than what is too small, so that nobody who knows the totals of lines can compute a number of few. A line is all groups that agree in
 * one of two fields.
 *
 * <ol>
 *   <li>In a line in which something is hidden, at least two groups are, and either one of them is no small one, or the hidden ones together
 *       are no small number and not all as great as a small one can be: 10 and 10 hidden under a total of 20 would be known.
 *   <li>No small hidden group is a bridge of the graph whose nodes are lines and whose edges are hidden groups: exactly those are determined by
 *       the totals (D. Gusfield: A Graph Theoretic Approach to Statistical Data Security, SIAM J. Comput. 17, 1988).
 *   <li>What is hidden besides is chosen by chance and not by size, which would itself tell of sizes.
 * </ol>
 *
 * <p>If that does not come to rest, everything is hidden.
 */
public final class Complement {
    private static final int MOST_ROUNDS = 1_000;

    private final int[] counts;
    private final boolean[] hidden;
    private final int atLeast;
    private final RandomGenerator random;

    private Complement(int[] counts, boolean[] hidden, int atLeast, RandomGenerator random) {
        this.counts = counts;
        this.hidden = hidden;
        this.atLeast = atLeast;
        this.random = random;
    }

    /**
     * Hides more of one line.
     *
     * @param counts subjects of each group, 0 or more
     * @param hidden what is hidden already; changed
     * @param atLeast fewest subjects of what may be told
     * @param random chooses
     */
    public static void ofLine(int[] counts, boolean[] hidden, int atLeast, RandomGenerator random) {
        List<Integer> line = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            line.add(i);
        }
        new Complement(counts, hidden, atLeast, random).cover(line);
    }

    /**
     * Hides more of a table.
     *
     * @param lines of each group the line of its first and of its second field, numbered together
     * @param counts subjects of each group, 0 or more
     * @param hidden what is hidden already; changed
     * @param atLeast fewest subjects of what may be told
     * @param random chooses
     */
    public static void ofTable(int[][] lines, int[] counts, boolean[] hidden, int atLeast, RandomGenerator random) {
        new Complement(counts, hidden, atLeast, random).coverTable(lines);
    }

    private void coverTable(int[][] lines) {
        List<List<Integer>> groups = groups(lines);
        boolean isAtRest = false;
        for (int round = 0; round < MOST_ROUNDS && !isAtRest; round++) {
            boolean more = false;
            for (List<Integer> line : groups) {
                more |= cover(line);
            }
            isAtRest = !more && !breakBridges(lines, groups);
        }
        for (int i = 0; i < hidden.length && !isAtRest; i++) {
            hidden[i] = true;
        }
    }

    private static List<List<Integer>> groups(int[][] lines) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            for (int line : lines[i]) {
                while (groups.size() <= line) {
                    groups.add(new ArrayList<>());
                }
                groups.get(line).add(i);
            }
        }
        return groups;
    }

    /** Hides as much of a line as it needs; false if nothing had to be hidden, or there is nothing left to hide. */
    private boolean cover(List<Integer> line) {
        boolean more = false;
        while (!isCovered(line)) {
            int next = anyShown(line);
            if (next < 0) {
                return more;
            }
            hidden[next] = true;
            more = true;
        }
        return more;
    }

    private boolean isCovered(List<Integer> line) {
        int many = 0;
        long sum = 0;
        boolean hasCrowd = false;
        for (int i : line) {
            if (hidden[i] && counts[i] > 0) {
                many++;
                sum += counts[i];
                hasCrowd |= counts[i] >= atLeast;
            }
        }
        boolean isVague = hasCrowd || sum >= atLeast && sum < (long) many * (atLeast - 1);
        return many == 0 || many > 1 && isVague;
    }

    private int anyShown(List<Integer> line) {
        int[] shown = line.stream()
                .filter(i -> !hidden[i] && counts[i] > 0)
                .mapToInt(i -> i)
                .toArray();
        return shown.length == 0 ? -1 : shown[random.nextInt(shown.length)];
    }

    /** Hides one more group beside each small one that the totals would tell; false if there is none, or nothing left to hide. */
    private boolean breakBridges(int[][] lines, List<List<Integer>> groups) {
        boolean more = false;
        for (int bridge : new Bridges(lines, groups.size(), i -> hidden[i] && counts[i] > 0).find()) {
            if (counts[bridge] < atLeast) {
                List<Integer> around = new ArrayList<>(groups.get(lines[bridge][0]));
                around.addAll(groups.get(lines[bridge][1]));
                int next = anyShown(around);
                more |= next >= 0;
                hidden[Math.max(next, 0)] |= next >= 0;
            }
        }
        return more;
    }
}
