package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.guard.Admission;
import sluice.operator.internal.Platform;

/** {@code sluice:withdraw}. */
@Service
@Command(scope = "sluice", name = "withdraw", description = "Takes an approval back; the bundle is stopped")
public final class WithdrawCommand implements Action {
    @Reference
    Platform platform;

    @Argument(
            index = 0,
            name = "digest",
            description = "SHA-256 of the jar, or its first 8 or more characters, or the bundle's id",
            required = true)
    @Completion(ApprovedCompleter.class)
    private String digest;

    @Override
    public @Nullable Object execute() throws CommandException {
        Admission admission = Guard.of(platform);
        return Guard.print(admission.withdraw(Guard.digest(admission, digest), Guard.user()));
    }
}
