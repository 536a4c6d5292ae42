package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.guard.Admission;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.AdmissionText;

/** {@code sluice:admission}. */
@Service
@Command(
        scope = "sluice",
        name = "admission",
        description =
                "Shows every bundle that is no part of the platform: who signed it, whether it may run, and why not")
public final class AdmissionCommand implements Action {
    @Reference
    Platform platform;

    @Argument(index = 0, name = "bundle", description = "id, symbolic name or digest: its record with every reason")
    @Completion(GuestCompleter.class)
    private @Nullable String bundle;

    @Override
    public @Nullable Object execute() throws CommandException {
        Admission admission = Guard.of(platform);
        System.out.print(
                bundle == null
                        ? AdmissionText.of(admission)
                        : AdmissionText.of(Guard.find(admission, bundle), admission.vendors()));
        return null;
    }
}
