package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;

/** {@code sluice:device-remove}. */
@Service
@Command(scope = "sluice", name = "device-remove", description = "Takes a device out of the register")
public final class DeviceRemoveCommand implements Action {
    @Reference
    Platform platform;

    @Argument(index = 0, name = "id", description = "the city's name for it", required = true)
    @Completion(DeviceCompleter.class)
    private String id;

    @Override
    public @Nullable Object execute() throws CommandException {
        Answers.print(Parts.require(platform.registrar(), "device registry").remove(id), "secret");
        return null;
    }
}
