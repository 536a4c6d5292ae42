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

/** Completes a stream that someone asks for, or that came. */
@Service
public final class StreamCompleter implements Completer {
    @Reference
    Platform platform;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        BrokerView broker = platform.broker();
        StringsCompleter known = new StringsCompleter();
        if (broker != null) {
            known.getStrings().addAll(broker.streams().keySet());
            broker.flows().forEach(flow -> known.getStrings().add(flow.flow().stream()));
        }
        return known.complete(session, line, candidates);
    }
}
