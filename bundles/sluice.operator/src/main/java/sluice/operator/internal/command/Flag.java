package sluice.operator.internal.command;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;

/** Karaf takes options before the arguments only. A flag that somebody types last is taken too, and never lost in silence. */
final class Flag {
    private Flag() {}

    /** Whether the flag is set, before the arguments or after; any other last word is refused. */
    static boolean isSet(String name, boolean before, @Nullable String last) throws CommandException {
        if (last != null && !last.equals(name)) {
            throw new CommandException(
                    "unexpected `" + last + "`; the only word that may follow here is `" + name + "`");
        }
        return before || last != null;
    }

    /** The flags that stand after the arguments; a word that is none is refused. */
    static Set<String> among(Set<String> flags, List<String> last) throws CommandException {
        for (String word : last) {
            if (!flags.contains(word)) {
                throw new CommandException("unexpected `" + word + "`; what may follow here is `"
                        + String.join("` or `", new TreeSet<>(flags)) + "`");
            }
        }
        return Set.copyOf(last);
    }

    /** Refuses a word that was meant as an option and would be taken for an argument. */
    static void refuseOption(String word) throws CommandException {
        if (word.startsWith("-")) {
            throw new CommandException("option `" + word + "` must come before the arguments");
        }
    }
}
