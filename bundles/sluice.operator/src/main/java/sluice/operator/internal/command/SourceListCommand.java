package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.SourcesText;

/** {@code sluice:source-list}. */
@Service
@Command(
        scope = "sluice",
        name = "source-list",
        description = "Shows the accounts of the MQTT server and the topics that are their own")
public final class SourceListCommand implements Action {
    @Reference
    Platform platform;

    @Override
    public @Nullable Object execute() throws CommandException {
        System.out.print(SourcesText.of(
                Parts.require(platform.sources(), "device registry").all()));
        return null;
    }
}
