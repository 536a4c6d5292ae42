package sluice.operator.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import sluice.broker.core.port.BrokerView;
import sluice.operator.internal.Platform;

/** Completes an application that asks for a stream. */
@Service
public final class RecipientCompleter implements Completer {
    @Reference
    Platform platform;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        BrokerView broker = platform.broker();
        StringsCompleter known = new StringsCompleter();
        if (broker != null) {
            broker.flows().forEach(flow -> known.getStrings().add(flow.flow().recipient()));
        }
        return known.complete(session, line, candidates);
    }
}
