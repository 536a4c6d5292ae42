package sluice.yaml;

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
     * Edits from one word to the other (insert, delete, replace). A word that nearly is the beginning of the other counts one edit for all
     * that was left off: who writes {@code parkng} may mean {@code parking-guidance}.
     */
    private static int distance(String word, String candidate) {
        int[] row = new int[candidate.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= word.length(); i++) {
            row = next(row, i, word.charAt(i - 1), candidate);
        }
        int best = row[candidate.length()];
        for (int edits : row) {
            best = Math.min(best, edits + 1);
        }
        return best;
    }

    private static int[] next(int[] above, int i, char letter, String candidate) {
        int[] row = new int[above.length];
        row[0] = i;
        for (int j = 1; j < row.length; j++) {
            int same = Character.toLowerCase(letter) == Character.toLowerCase(candidate.charAt(j - 1)) ? 0 : 1;
            row[j] = Math.min(above[j - 1] + same, 1 + Math.min(above[j], row[j - 1]));
        }
        return row;
    }
}
