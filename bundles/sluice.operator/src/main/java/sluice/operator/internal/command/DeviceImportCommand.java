package sluice.operator.internal.command;

import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.jspecify.annotations.Nullable;
import sluice.devices.ImportReport;
import sluice.operator.internal.Figures;
import sluice.operator.internal.Platform;
import sluice.operator.internal.text.RegistrarText;

/** {@code sluice:device-import}. */
@Service
@Command(
        scope = "sluice",
        name = "device-import",
        description =
                "Registers the devices of a CSV file; the same file again changes nothing; fails if a line is refused")
public final class DeviceImportCommand implements Action {
    @Reference
    Platform platform;

    @Argument(
            index = 0,
            name = "file",
            description = "CSV on the platform's machine with the columns id,driver,address, and if wanted"
                    + " source,lat,lon,zone,owner,custody,serves,simulated,config.NAME",
            required = true)
    @Completion(FileCompleter.class)
    private String file;

    @Argument(index = 1, name = "--dry-run", description = "the option may also stand here")
    private @Nullable String last;

    @Option(name = "--dry-run", description = "says what would be done, and writes nothing")
    private boolean dryRunFirst;

    @Override
    public @Nullable Object execute() throws CommandException {
        boolean dryRun = Flag.isSet("--dry-run", dryRunFirst, last);
        ImportReport report =
                Parts.require(platform.registrar(), "device registry").importCsv(ReadableFile.of(file), dryRun);
        System.out.print(RegistrarText.of(report, dryRun));
        if (!report.refused().isEmpty()) {
            throw new CommandException(Figures.of(report.refused().size(), "line") + " refused");
        }
        return null;
    }
}
