package sluice.operator.internal.command;

import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;

/** Refuses a command in one sentence when the part that would answer is not there. */
final class Parts {
    private Parts() {}

    static <T> T require(@Nullable T part, String name) throws CommandException {
        if (part == null) {
            throw new CommandException("the " + name + " does not run; `sluice:why` says why");
        }
        return part;
    }
}
