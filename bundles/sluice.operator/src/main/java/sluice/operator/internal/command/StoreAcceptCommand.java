package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;

/** {@code sluice:store-accept}. */
@Service
@Command(
        scope = "sluice",
        name = "store-accept",
        description = "Goes on with a database that is older than the ledger says; what came after it is lost")
public final class StoreAcceptCommand implements Action {
    @Reference
    Platform platform;

    @Override
    public @Nullable Object execute() throws CommandException {
        return Stores.print(Stores.of(platform).accept(Guard.user()));
    }
}
