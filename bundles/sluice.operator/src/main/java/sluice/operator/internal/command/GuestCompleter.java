package sluice.operator.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import sluice.guard.Admission;
import sluice.operator.internal.Platform;

/** Completes a bundle that is no part of the platform, by its name. */
@Service
public final class GuestCompleter implements Completer {
    @Reference
    Platform platform;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        Admission admission = platform.admission();
        StringsCompleter known = new StringsCompleter();
        if (admission != null) {
            admission.guests().forEach(guest -> known.getStrings().add(guest.name()));
        }
        return known.complete(session, line, candidates);
    }
}
