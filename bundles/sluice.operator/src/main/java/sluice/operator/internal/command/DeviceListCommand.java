package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.DevicesText;

/** {@code sluice:device-list}. */
@Service
@Command(scope = "sluice", name = "device-list", description = "Shows the registered devices")
public final class DeviceListCommand implements Action {
    @Reference
    Platform platform;

    @Override
    public @Nullable Object execute() throws CommandException {
        System.out.print(DevicesText.of(
                Parts.require(platform.devices(), "device registry").all()));
        return null;
    }
}
