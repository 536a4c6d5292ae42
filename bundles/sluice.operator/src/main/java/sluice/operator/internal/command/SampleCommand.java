package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.SampleText;

/** {@code sluice:sample}. */
@Service
@Command(
        scope = "sluice",
        name = "sample",
        description =
                "Shows one record of a simulated device before and after, for each permitted flow; never a record of a real device")
public final class SampleCommand implements Action {
    @Reference
    Platform platform;

    @Override
    public @Nullable Object execute() throws CommandException {
        System.out.print(
                SampleText.of(Parts.require(platform.broker(), "broker").samples()));
        return null;
    }
}
