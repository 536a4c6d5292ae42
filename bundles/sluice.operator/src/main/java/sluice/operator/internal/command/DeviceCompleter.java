package sluice.operator.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import sluice.broker.core.port.Devices;
import sluice.operator.internal.Platform;

/** Completes a registered device. */
@Service
public final class DeviceCompleter implements Completer {
    @Reference
    Platform platform;

    @Override
    public int complete(Session session, CommandLine line, List<String> candidates) {
        Devices devices = platform.devices();
        StringsCompleter known = new StringsCompleter();
        if (devices != null) {
            devices.all().forEach(device -> known.getStrings().add(device.id()));
        }
        return known.complete(session, line, candidates);
    }
}
