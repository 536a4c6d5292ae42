package sluice.operator.internal.command;

import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.jspecify.annotations.Nullable;
import sluice.operator.internal.Platform;

/** {@code sluice:backup}. */
@Service
@Command(
        scope = "sluice",
        name = "backup",
        description = "Copies the embedded store into a new folder of the machine, without what is past its deadline")
public final class BackupCommand implements Action {
    @Reference
    Platform platform;

    @Option(
            name = "--with-keys",
            description = "also copies the keys: needed on another machine; destroy the copy when its records are due")
    private boolean withKeys;

    @Argument(index = 0, name = "folder", description = "made by this; must not exist", required = true)
    private String folder;

    @Override
    public @Nullable Object execute() throws CommandException {
        Flag.refuseOption(folder);
        return Stores.print(Stores.of(platform).backup(Path.of(folder).toAbsolutePath(), withKeys));
    }
}
