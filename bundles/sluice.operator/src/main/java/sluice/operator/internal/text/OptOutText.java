package sluice.operator.internal.text;

import java.util.List;
import org.apache.karaf.shell.support.CommandException;
import sluice.broker.core.model.PolicyCondition;
import sluice.broker.core.port.BrokerView.Sight;

/** What the desk for opt-outs did. Never holds a name. */
public final class OptOutText {
    private OptOutText() {}

    /**
     * The answer of {@code sluice:opt-out}.
     *
     * @param isNew whether the register did not have it yet
     * @param stream the stream that was named
     * @param field the field that names people
     * @param sights who is told what is made from the field
     * @return lines
     */
    public static String out(boolean isNew, String stream, String field, List<Sight> sights) {
        String condition = new PolicyCondition.NotOptedOut(field).toString();
        long asking = sights.stream()
                .filter(sight -> sight.made().equals(condition))
                .map(Sight::rule)
                .distinct()
                .count();
        String done =
                isNew ? "put down as a digest; in force within a second\n" : "was put down already; nothing changed\n";
        String whom = asking == 0
                ? "no policy on `" + stream + "` has the condition `opt-out: " + field
                        + "`, so it holds nothing back there\n"
                : "policies on `" + stream + "` that hold back what names this person: " + asking + "\n";
        return done + Plain.of(whom.strip()) + "\n";
    }

    /**
     * The answer of {@code sluice:opt-in}.
     *
     * @param wasThere whether the register had it
     * @return one line
     */
    public static String in(boolean wasThere) {
        return wasThere
                ? "taken out of the register; in force within a second\n"
                : "was not put down; nothing changed\n";
    }

    /**
     * What was not done.
     *
     * @param code of the table in {@code docs/reference/error-codes.md}
     * @param why in one line; without the name
     * @return fails the command
     */
    public static CommandException failure(String code, String why) {
        return new CommandException(Plain.of(why + " [" + code + "]"));
    }
}
