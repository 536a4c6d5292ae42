package sluice.operator.internal.command;

import java.time.Instant;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;
import sluice.store.Hold;

/** {@code sluice:hold-add}. */
@Service
@Command(
        scope = "sluice",
        name = "hold-add",
        description = "Orders a legal hold: what is kept at a place is not deleted until it is released")
public final class HoldAddCommand implements Action {
    @Reference
    Platform platform;

    @Argument(index = 0, name = "name", description = "the case: lower-case letters, digits, hyphens", required = true)
    private String name;

    @Argument(
            index = 1,
            name = "owner",
            description = "whose records: symbolic name of a bundle, or *",
            required = true)
    private String owner;

    @Argument(index = 2, name = "purpose", description = "kept for which purpose, or *", required = true)
    private String purpose;

    @Argument(index = 3, name = "reason", description = "why: the file number, nothing about a person", required = true)
    private String reason;

    @Override
    public @Nullable Object execute() throws CommandException {
        Hold hold = new Hold(name, owner, purpose, reason, Guard.user(), Instant.now());
        return Stores.print(Stores.of(platform).hold(hold));
    }
}
