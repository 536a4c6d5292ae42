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
import sluice.operator.internal.Platform;

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
        return Guard.print(Guard.of(platform).addVendor(name, ReadableFile.text(file), Guard.user()));
    }
}
