package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.DoorText;

/** {@code sluice:door}. */
@Service
@Command(
        scope = "sluice",
        name = "door",
        description =
                "Shows what was refused before any recipient was considered: messages at the door, readings of each stream")
public final class DoorCommand implements Action {
    @Reference
    Platform platform;

    @Override
    public @Nullable Object execute() throws CommandException {
        System.out.print(DoorText.of(Parts.require(platform.broker(), "broker")));
        return null;
    }
}
