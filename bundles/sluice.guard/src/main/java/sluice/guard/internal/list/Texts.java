package sluice.guard.internal.list;

import java.util.regex.Pattern;
import sluice.guard.rules.Fault;

/** What a stranger wrote, made fit for a log, a terminal and a line of a file. */
public final class Texts {
    private static final int LONGEST_LINE = 300;
    private static final int LONGEST_PART = 200;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,160}");
    private static final Pattern NOT_PRINTABLE = Pattern.compile("[^\\x20-\\x7e]");
    private static final Pattern NOT_OF_A_PERSON = Pattern.compile("[^A-Za-z0-9._@-]");

    private Texts() {}

    /** Whether a symbolic name or a version can stand in a list that is separated by blanks. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** One line of printable ASCII, at most 300 characters. */
    public static String line(String text) {
        String cut = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "..." : text;
        return NOT_PRINTABLE.matcher(cut).replaceAll("?");
    }

    /** As {@link Fault#toString()}, each part cut, so that no long name hides the rule. */
    public static String line(Fault fault) {
        return new Fault(part(fault.where()), part(fault.what()), part(fault.rule()), part(fault.instead())).toString();
    }

    private static String part(String text) {
        return line(text.length() > LONGEST_PART ? text.substring(0, LONGEST_PART) + "..." : text);
    }

    /** Who decided, as one word of at most 40 characters. */
    public static String person(String by) {
        String word = NOT_OF_A_PERSON.matcher(by.strip()).replaceAll("_");
        return word.isEmpty() ? "-" : word.substring(0, Math.min(40, word.length()));
    }
}
