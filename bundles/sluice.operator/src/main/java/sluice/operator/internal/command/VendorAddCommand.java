package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.jspecify.annotations.Nullable;
import sluice.guard.Admission;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.VendorsText;

/** {@code sluice:vendor-add}. */
@Service
@Command(
        scope = "sluice",
        name = "vendor-add",
        description =
                "Accepts a vendor's signature; compare the fingerprint that it prints with what the vendor told you")
public final class VendorAddCommand implements Action {
    @Reference
    Platform platform;

    @Argument(index = 0, name = "name", description = "what you call it: letters, digits and hyphens", required = true)
    private String name;

    @Argument(
            index = 1,
            name = "file",
            description = "its certificate, PEM, on the platform's machine",
            required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Override
    public @Nullable Object execute() throws CommandException {
        Admission admission = Guard.of(platform);
        Guard.print(admission.addVendor(name, ReadableFile.text(file), Guard.user()));
        System.out.print(VendorsText.accepted(name, admission.vendors()));
        return null;
    }
}
