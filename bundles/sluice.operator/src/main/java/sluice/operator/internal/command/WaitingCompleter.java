package sluice.operator.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import sluice.guard.Admission;
import sluice.guard.Guest;
import sluice.operator.internal.GuestLine;
import sluice.operator.internal.Platform;

/** Completes the digest of a bundle that waits to be let in. */
@Service
public final class WaitingCompleter implements Completer {
    @Reference
    Platform platform;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        Admission admission = platform.admission();
        StringsCompleter known = new StringsCompleter();
        if (admission != null) {
            GuestLine.all(admission).stream()
                    .filter(guest -> guest.guest().state() == Guest.State.WAITING)
                    .forEach(guest -> known.getStrings().add(guest.shortDigest()));
        }
        return known.complete(session, line, candidates);
    }
}
