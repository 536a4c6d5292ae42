package sluice.operator.internal.command;

import java.io.IOException;
import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.BrokerView.Sight;
import sluice.conditions.OptOutDesk;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.OptOutText;

/** {@code sluice:opt-out}. The name is no argument: it is asked for, and seen by nobody. */
@Service
@Command(
        scope = "sluice",
        name = "opt-out",
        description = "Puts a person's opt-out down; asks for the name without showing it, and keeps a digest only")
public final class OptOutCommand implements Action {
    @Reference
    Platform platform;

    @Reference
    Session session;

    @Argument(
            index = 0,
            name = "field",
            description = "stream and field that names people, for example traffic.plate.plate",
            required = true)
    private String field;

    @Option(name = "--stdin", description = "reads the name from the first line that is piped in")
    private boolean isPiped;

    @Override
    public @Nullable Object execute() throws CommandException, IOException {
        OptOutDesk desk = Parts.require(platform.optOuts(), "register of opt-outs");
        int dot = field.lastIndexOf('.');
        String stream = field.substring(0, Math.max(0, dot));
        String kind = field.substring(dot + 1);
        List<Sight> sights = Parts.require(platform.broker(), "broker")
                .whoCanSee(stream, kind)
                .orElseThrow(() -> OptOutText.failure(
                        "unknown-field", "the catalogue has no field `" + field + "`; write STREAM.FIELD"));
        String name = isPiped ? Unseen.piped(System.in) : Unseen.typed(session, field);
        System.out.print(OptOutText.out(Desk.change(() -> desk.optOut(kind, name)), stream, kind, sights));
        return null;
    }
}
