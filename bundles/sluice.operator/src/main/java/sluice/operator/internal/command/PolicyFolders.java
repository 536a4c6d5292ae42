package sluice.operator.internal.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.karaf.shell.support.CommandException;
import sluice.policy.check.PolicyCheck;

/** A folder of policy files that somebody named at the shell, or the city's own. */
final class PolicyFolders {
    private PolicyFolders() {}

    static Path of(PolicyCheck check, String name) throws CommandException {
        try {
            Path folder = name.isEmpty() ? check.folder() : Path.of(name);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        } catch (InvalidPathException e) {
            throw new CommandException("`" + name + "` is not the name of a folder");
        }
        throw new CommandException("there is no folder `" + name + "` on the platform's machine");
    }
}
