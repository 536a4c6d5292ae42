package sluice.operator.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.BrokerView;
import sluice.broker.core.port.BrokerView.Sight;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.SightText;

/** {@code sluice:who-can-see}. */
@Service
@Command(
        scope = "sluice",
        name = "who-can-see",
        description = "Shows who is told anything that is made from a field, and who is refused")
public final class WhoCanSeeCommand implements Action {
    @Reference
    Platform platform;

    @Argument(
            index = 0,
            name = "field",
            description = "stream and field, for example traffic.plate.observed",
            required = true)
    private String field;

    @Override
    public @Nullable Object execute() throws CommandException {
        BrokerView broker = Parts.require(platform.broker(), "broker");
        int dot = field.lastIndexOf('.');
        String stream = field.substring(0, Math.max(0, dot));
        List<Sight> sights = broker.whoCanSee(stream, field.substring(dot + 1))
                .orElseThrow(() -> new CommandException("the catalogue has no field `" + field
                        + "`; write STREAM.FIELD, for example traffic.plate.observed"));
        System.out.print(SightText.of(field, sights));
        return null;
    }
}
