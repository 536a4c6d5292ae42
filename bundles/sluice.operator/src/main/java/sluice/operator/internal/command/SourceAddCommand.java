package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;

/** {@code sluice:source-add}. */
@Service
@Command(
        scope = "sluice",
        name = "source-add",
        description =
                "Makes an account on the MQTT server for one device or network server; prints its password, this once")
public final class SourceAddCommand implements Action {
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

    @Argument(index = 2, name = "--durable", description = "the option may also stand here")
    private @Nullable String last;

    @Option(
            name = "--durable",
            description = "its messages wait on disk while the platform is away; never for streams about people")
    private boolean isDurableFirst;

    @Override
    public @Nullable Object execute() throws CommandException {
        boolean isDurable = Flag.isSet("--durable", isDurableFirst, last);
        Answers.print(
                Parts.require(platform.registrar(), "device registry").addSource(account, prefix, isDurable),
                "password");
        return null;
    }
}
