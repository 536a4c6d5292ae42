package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.FlowsText;

/** {@code sluice:flows}. */
@Service
@Command(
        scope = "sluice",
        name = "flows",
        description =
                "Shows every flow that was asked for: what was decided, what was delivered, what was denied and how fast. To repeat it: watch sluice:flows")
public final class FlowsCommand implements Action {
    @Reference
    Platform platform;

    @Override
    public @Nullable Object execute() throws CommandException {
        System.out.print(FlowsText.of(Parts.require(platform.broker(), "broker")));
        return null;
    }
}
