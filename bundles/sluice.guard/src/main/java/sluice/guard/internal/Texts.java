package sluice.guard.internal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a stranger wrote, made fit for a log, a terminal and a line of a file. */
final class Texts {
    private static final int LONGEST_LINE = 300;
    private static final int MOST_LINES = 100;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,160}");
    private static final Pattern NOT_PRINTABLE = Pattern.compile("[^\\x20-\\x7e]");
    private static final Pattern NOT_OF_A_PERSON = Pattern.compile("[^A-Za-z0-9._@-]");

    private Texts() {}

    /** Whether a symbolic name or a version can stand in a list that is separated by blanks. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** One line of printable ASCII, at most 300 characters. */
    static String line(String text) {
        String cut = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "..." : text;
        return NOT_PRINTABLE.matcher(cut).replaceAll("?");
    }

    /** At most 100 such lines, and how many more there are. */
    static List<String> lines(List<String> texts) {
        List<String> some = texts.stream().limit(MOST_LINES).map(Texts::line).toList();
        return texts.size() <= MOST_LINES
                ? some
                : Stream.concat(some.stream(), Stream.of("and " + (texts.size() - MOST_LINES) + " more"))
                        .toList();
    }

    /** Who decided, as one word of at most 40 characters. */
    static String person(String by) {
        String word = NOT_OF_A_PERSON.matcher(by.strip()).replaceAll("_");
        return word.isEmpty() ? "-" : word.substring(0, Math.min(40, word.length()));
    }
}
