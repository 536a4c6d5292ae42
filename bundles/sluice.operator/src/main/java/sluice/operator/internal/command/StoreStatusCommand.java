package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.StoreText;

/** {@code sluice:store-status}. */
@Service
@Command(
        scope = "sluice",
        name = "store-status",
        description = "Counts what the store keeps, for whom, for what and why; never shows any of it")
public final class StoreStatusCommand implements Action {
    @Reference
    Platform platform;

    @Override
    public @Nullable Object execute() throws CommandException {
        System.out.print(StoreText.of(Stores.of(platform).overview()));
        return null;
    }
}
