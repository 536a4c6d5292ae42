package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;

/** {@code sluice:hold-release}. */
@Service
@Command(
        scope = "sluice",
        name = "hold-release",
        description = "Ends a legal hold; what is past its deadline is deleted within a minute")
public final class HoldReleaseCommand implements Action {
    @Reference
    Platform platform;

    @Argument(index = 0, name = "name", description = "as it was added", required = true)
    private String name;

    @Override
    public @Nullable Object execute() throws CommandException {
        return Stores.print(Stores.of(platform).release(name, Guard.user()));
    }
}
