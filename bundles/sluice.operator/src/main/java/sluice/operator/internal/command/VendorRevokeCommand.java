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

/** {@code sluice:vendor-revoke}. */
@Service
@Command(
        scope = "sluice",
        name = "vendor-revoke",
        description = "Accepts a vendor's signature no more; its bundles are stopped")
public final class VendorRevokeCommand implements Action {
    @Reference
    Platform platform;

    @Argument(index = 0, name = "name", description = "as it was added", required = true)
    @Completion(VendorCompleter.class)
    private String name;

    @Override
    public @Nullable Object execute() throws CommandException {
        return Guard.print(Guard.of(platform).revokeVendor(name, Guard.user()));
    }
}
