package sluice.operator.internal.command;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.conditions.OptOutDesk;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.OptOutText;

/** {@code sluice:opt-in}. Of a field that the catalogue has no more, too. */
@Service
@Command(
        scope = "sluice",
        name = "opt-in",
        description = "Takes a person's opt-out back; asks for the name without showing it")
public final class OptInCommand implements Action {
    @Reference
    Platform platform;

    @Reference
    Session session;

    @Argument(
            index = 0,
            name = "field",
            description = "as it was put down, for example traffic.plate.plate",
            required = true)
    private String field;

    @Option(name = "--stdin", description = "reads the name from the first line that is piped in")
    private boolean isPiped;

    @Override
    public @Nullable Object execute() throws CommandException, IOException {
        OptOutDesk desk = Parts.require(platform.optOuts(), "register of opt-outs");
        String name = isPiped ? Unseen.piped(System.in) : Unseen.typed(session, field);
        String kind = field.substring(field.lastIndexOf('.') + 1);
        System.out.print(OptOutText.in(Desk.change(() -> desk.optIn(kind, name))));
        return null;
    }
}
