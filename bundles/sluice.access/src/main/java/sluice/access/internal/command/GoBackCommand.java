package sluice.access.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.access.internal.live.GoLive;

/** {@code sluice:go-back}. */
@Service
@Command(
        scope = "sluice",
        name = "go-back",
        description = "Closes what `sluice:go-live` opened: all is on 127.0.0.1 again")
public final class GoBackCommand implements Action {
    @Reference
    GoLive live;

    @Override
    public @Nullable Object execute() throws CommandException {
        Obstacles.fail(live.back(Person.atShell()), "nothing was changed");
        System.out.println("back on 127.0.0.1, in seconds; this session may end");
        return null;
    }
}
