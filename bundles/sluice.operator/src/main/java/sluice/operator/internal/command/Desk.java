package sluice.operator.internal.command;

import java.io.IOException;
import org.apache.karaf.shell.support.CommandException;
import sluice.operator.internal.text.OptOutText;

/** Changes the register of opt-outs; a register that can not be changed fails the command, and says why. */
final class Desk {
    private Desk() {}

    /** A change. */
    @FunctionalInterface
    interface Change {
        boolean make() throws IOException;
    }

    static boolean change(Change change) throws CommandException {
        try {
            return change.make();
        } catch (IOException failure) {
            String why = failure.getMessage();
            throw OptOutText.failure(
                    "register-unwritable",
                    "nothing changed: " + (why == null ? failure.getClass().getName() : why));
        }
    }
}
