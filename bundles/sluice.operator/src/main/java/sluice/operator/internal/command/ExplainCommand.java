package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.ExplanationText;

/** {@code sluice:explain}. */
@Service
@Command(
        scope = "sluice",
        name = "explain",
        description = "Says why a recipient gets, or does not get, a stream for a purpose, rule by rule")
public final class ExplainCommand implements Action {
    @Reference
    Platform platform;

    @Argument(index = 0, name = "stream", description = "catalogue stream, for example traffic.plate", required = true)
    @Completion(StreamCompleter.class)
    private String stream;

    @Argument(index = 1, name = "purpose", description = "purpose, for example traffic-planning", required = true)
    @Completion(PurposeCompleter.class)
    private String purpose;

    @Argument(
            index = 2,
            name = "recipient",
            description = "symbolic name of the application's bundle, for example sluice.app.planning",
            required = true)
    @Completion(RecipientCompleter.class)
    private String recipient;

    @Override
    public @Nullable Object execute() throws CommandException {
        System.out.print(
                ExplanationText.of(Parts.require(platform.broker(), "broker").explain(stream, purpose, recipient)));
        return null;
    }
}
