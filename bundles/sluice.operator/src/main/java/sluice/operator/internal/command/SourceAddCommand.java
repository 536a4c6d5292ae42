package sluice.operator.internal.command;

import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.devices.SourceDraft;
import sluice.operator.internal.Platform;

/** {@code sluice:source-add}. */
@Service
@Command(
        scope = "sluice",
        name = "source-add",
        description =
                "Makes an account on the MQTT server for one device or network server; prints its password, this once")
public final class SourceAddCommand implements Action {
    private static final String DURABLE = "--durable";
    private static final String NETWORK_SERVER = "--network-server";

    @Reference
    Platform platform;

    @Argument(index = 0, name = "account", description = "the user name", required = true)
    private String account;

    @Argument(
            index = 1,
            name = "prefix",
            description = "it may publish to topics that start with this; ends with /",
            required = true)
    private String prefix;

    @Argument(index = 2, name = "options", description = "they may also stand here", multiValued = true)
    private @Nullable List<String> last;

    @Option(
            name = DURABLE,
            description = "its messages wait on disk while the platform is away; never for streams about people")
    private boolean isDurable;

    @Option(
            name = NETWORK_SERVER,
            description = "it speaks, in LoRaWAN envelopes, for the devices that are registered behind it")
    private boolean isNetworkServer;

    @Override
    public @Nullable Object execute() throws CommandException {
        Answers.print(Parts.require(platform.registrar(), "device registry").addSource(draft()), "password");
        return null;
    }

    private SourceDraft draft() throws CommandException {
        Set<String> late = Flag.among(Set.of(DURABLE, NETWORK_SERVER), last == null ? List.of() : last);
        SourceDraft draft = SourceDraft.of(account, prefix);
        draft = isDurable || late.contains(DURABLE) ? draft.durable() : draft;
        return isNetworkServer || late.contains(NETWORK_SERVER) ? draft.networkServer() : draft;
    }
}
