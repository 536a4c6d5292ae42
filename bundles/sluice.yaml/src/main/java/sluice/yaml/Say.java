package sluice.yaml;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words for error texts. */
public final class Say {
    private static final int LONGEST_QUOTE = 60;
    private static final int FEW = 8;

    private Say() {}

    /**
     * A user's own text in backticks, safe for a terminal and a page.
     *
     * @param text any text
     * @return at most 60 characters of it, without control characters
     */
    public static String quote(String text) {
        String shown = text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
        return "`" + shown.replaceAll("[\\p{Cntrl}`\\u2028\\u2029]", "?") + "`";
    }

    /**
     * Help after an unknown word.
     *
     * @param word what was written
     * @param known what could have been meant
     * @return {@code "; did you mean …?"}, or the known words if they are few, or nothing
     */
    public static String didYouMean(String word, Collection<String> known) {
        Optional<String> nearest = nearest(word, known);
        if (nearest.isPresent()) {
            return "; did you mean " + quote(nearest.get()) + "?";
        }
        if (known.isEmpty() || known.size() > FEW) {
            return "";
        }
        return "; known: " + known.stream().sorted().map(Say::quote).collect(Collectors.joining(", "));
    }

    static Optional<String> nearest(String word, Collection<String> known) {
        if (word.isEmpty() || word.length() > LONGEST_QUOTE) {
            return Optional.empty();
        }
        int tolerance = Math.max(1, (word.length() + 1) / 3);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= tolerance)
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /**
     * Edits from one word to the other (insert, delete, replace, swap two neighbours). A word that nearly is the beginning of the other
     * counts one edit for all that was left off: who writes {@code parkng} may mean {@code parking-guidance}.
     */
    private static int distance(String word, String candidate) {
        int[][] edits = new int[word.length() + 1][candidate.length() + 1];
        for (int i = 0; i <= word.length(); i++) {
            for (int j = 0; j <= candidate.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : least(edits, word, candidate, i, j);
            }
        }
        int[] last = edits[word.length()];
        return Math.min(last[candidate.length()], Arrays.stream(last).min().orElse(0) + 1);
    }

    private static int least(int[][] edits, String word, String candidate, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (same(word, i, candidate, j) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && same(word, i, candidate, j - 1) && same(word, i - 1, candidate, j);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }

    private static boolean same(String word, int i, String candidate, int j) {
        return Character.toLowerCase(word.charAt(i - 1)) == Character.toLowerCase(candidate.charAt(j - 1));
    }
}
