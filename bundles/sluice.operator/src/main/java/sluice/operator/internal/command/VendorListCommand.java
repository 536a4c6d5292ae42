package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.VendorsText;

/** {@code sluice:vendor-list}. */
@Service
@Command(scope = "sluice", name = "vendor-list", description = "Shows whose signature is accepted")
public final class VendorListCommand implements Action {
    @Reference
    Platform platform;

    @Override
    public @Nullable Object execute() throws CommandException {
        System.out.print(VendorsText.of(Guard.of(platform).vendors()));
        return null;
    }
}
