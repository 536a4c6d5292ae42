package sluice.operator.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.text.OptOutText;

/**
 * A person's name, read so that nobody sees it and nothing keeps it: an argument would stand in the shell's history, in the list of
 * processes and in the audit log.
 */
final class Unseen {
    /** As long as a text in the catalogue can be by default is long enough for a name. */
    private static final int LONGEST = 256;

    private Unseen() {}

    /** Asks for it twice, since nobody sees what is typed, and a slip would be an opt-out of nobody. */
    static String typed(Session session, String field) throws IOException, CommandException {
        try {
            String once = whole(session.readLine("name, exactly as `" + field + "` has it: ", '*'));
            String again = session.readLine("the same again: ", '*');
            if (!once.equals(again)) {
                throw OptOutText.failure("names-differ", "the two are not the same; nothing changed");
            }
            return once;
        } catch (UnsupportedOperationException headless) {
            throw OptOutText.failure("no-terminal", "there is no terminal to ask at; `--stdin` reads from a pipe");
        }
    }

    /** The first line of what is piped into the command. */
    static String piped(InputStream input) throws IOException, CommandException {
        Reader reader = new InputStreamReader(input, StandardCharsets.UTF_8);
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n' && line.length() <= LONGEST + 1; c = reader.read()) {
            line.append((char) c);
        }
        int length = line.length();
        return whole(length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString());
    }

    private static String whole(@Nullable String name) throws CommandException {
        if (name == null || name.isEmpty() || name.length() > LONGEST) {
            throw OptOutText.failure("no-name", "a name has 1 to " + LONGEST + " characters; nothing changed");
        }
        if (!name.equals(name.strip()) || name.chars().anyMatch(Character::isISOControl)) {
            throw OptOutText.failure(
                    "no-name", "a name neither begins nor ends with a blank, and has no control characters");
        }
        return name;
    }
}
