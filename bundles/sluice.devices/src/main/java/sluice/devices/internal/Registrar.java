package sluice.devices.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import sluice.broker.core.port.DeviceEntry;
import sluice.devices.Answer;
import sluice.devices.DeviceDraft;
import sluice.devices.DeviceRegistrar;
import sluice.devices.ImportReport;
import sluice.devices.SourceDraft;
import sluice.yaml.Problem;
import sluice.yaml.Say;
import sluice.yaml.SourceFile;

/**
 * Writes the register. It reads the files afresh for each request and holds nothing, so that two requests, or a request and a person with
 * an editor, do not work on different registers.
 */
@Component(name = "sluice.devices.registrar", service = DeviceRegistrar.class, configurationPid = "sluice.devices")
public final class Registrar implements DeviceRegistrar {
    private final Object turn = new Object();
    private final DeviceRegistry registry;
    private final Secrets secrets;

    @Activate
    public Registrar(DevicesConfig config, @Reference DeviceRegistry registry) {
        this(registry, new Secrets(new SecureRandom(), config.pbkdf2_iterations()));
    }

    Registrar(DeviceRegistry registry, Secrets secrets) {
        this.registry = registry;
        this.secrets = secrets;
    }

    @Override
    public Answer add(DeviceDraft device) {
        synchronized (turn) {
            RegisterFiles files = RegisterFiles.read(registry.folder());
            Map<String, Object> document = new LinkedHashMap<>(device.document());
            String secret = needsSecret(document) ? secrets.fresh() : "";
            if (!secret.isEmpty()) {
                document.put("secretSha256", Secrets.digest(secret));
            }
            String name = FileEntries.DEVICES + "/" + document.get("device") + ".yaml";
            FileEntries written = check(FileEntries.DEVICES, document);
            Optional<Answer.Declined> no =
                    faults(written).or(() -> clash(files, written.devices().get(0), name));
            return no.map(Answer.class::cast).orElseGet(() -> write(files, name, document, secret));
        }
    }

    @Override
    public Answer remove(String id) {
        synchronized (turn) {
            RegisterFiles files = RegisterFiles.read(registry.folder());
            return files.withDevice(id)
                    .map(file -> remove(files, file, id))
                    .orElseGet(() -> new Answer.Declined(
                            DeviceCode.NO_SUCH_DEVICE, "no sound device file has a device " + Say.quote(id)));
        }
    }

    @Override
    public ImportReport importCsv(Path csv, boolean dryRun) {
        synchronized (turn) {
            RegisterFiles files = RegisterFiles.read(registry.folder());
            ImportPlan plan = CsvImport.plan(CsvTable.read(csv), files, secrets);
            if (!dryRun) {
                new ImportWriter(files, plan).write(csv);
                registry.lookNow();
            }
            return plan.report(dryRun);
        }
    }

    @Override
    public Answer addSource(SourceDraft source) {
        synchronized (turn) {
            RegisterFiles files = RegisterFiles.read(registry.folder());
            String password = secrets.fresh();
            Map<String, Object> document = source.document(secrets.hash(password));
            String name = FileEntries.SOURCES + "/" + source.account() + ".yaml";
            FileEntries written = check(FileEntries.SOURCES, document);
            Optional<Answer.Declined> no = faults(written).or(() -> overlap(files, written, name));
            return no.map(Answer.class::cast).orElseGet(() -> write(files, name, document, password));
        }
    }

    static boolean needsSecret(Map<String, Object> document) {
        return document.get("address") instanceof List<?> addresses
                && addresses.stream().anyMatch(address -> address.toString().startsWith(Addresses.HTTP));
    }

    /** Reads what would be written, so that what a command lets through is what a file may say. */
    static FileEntries check(String folder, Map<String, Object> document) {
        return FileEntries.read(new SourceFile(folder + "/new.yaml", RegisterFiles.content(List.of(document))));
    }

    static Optional<Answer.Declined> faults(FileEntries written) {
        if (written.isSound()) {
            return Optional.empty();
        }
        String code = written.problems().get(0).code();
        String why = written.problems().stream().map(Problem::text).distinct().collect(Collectors.joining("; "));
        return Optional.of(new Answer.Declined(code, why));
    }

    private static Optional<Answer.Declined> clash(RegisterFiles files, DeviceEntry device, String name) {
        if (files.withDevice(device.id()).isPresent() || files.exists(name)) {
            return Optional.of(new Answer.Declined(
                    DeviceCode.DUPLICATE_DEVICE, "there is a device or a file " + Say.quote(device.id()) + " already"));
        }
        for (FileEntries file : files.all()) {
            for (DeviceEntry other : file.devices()) {
                for (String address : device.addresses()) {
                    if (other.addresses().contains(address)) {
                        return Optional.of(new Answer.Declined(
                                DeviceCode.DUPLICATE_ADDRESS,
                                "device `" + other.id() + "` in " + other.where() + " has the address `" + address
                                        + "`"));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Answer.Declined> overlap(RegisterFiles files, FileEntries written, String name) {
        if (files.exists(name)) {
            return Optional.of(
                    new Answer.Declined(DeviceCode.DUPLICATE_ACCOUNT, "there is a file `" + name + "` already"));
        }
        for (FileEntries file : files.all()) {
            Register both =
                    Register.of(List.of(new FileEntries(file.file(), List.of(), file.sources(), List.of()), written));
            if (both.sources().size() < file.sources().size() + 1) {
                String why =
                        both.problems().isEmpty() ? "" : both.problems().get(0).text();
                return Optional.of(
                        new Answer.Declined(DeviceCode.OVERLAPPING_PREFIX, why.replace("; both are refused", "")));
            }
        }
        return Optional.empty();
    }

    private Answer write(RegisterFiles files, String name, Map<String, Object> document, String secret) {
        try {
            files.write(name, List.of(document));
        } catch (IOException failed) {
            return unwritable(name);
        }
        registry.lookNow();
        return new Answer.Done(name, secret);
    }

    private Answer remove(RegisterFiles files, FileEntries file, String id) {
        String name = file.file().name();
        List<Map<String, Object>> left = RegisterFiles.replacing(file, Map.of(id, Map.of()));
        if (!left.isEmpty() && !RegisterFiles.isOwn(file)) {
            return new Answer.Declined(
                    DeviceCode.HAND_WRITTEN,
                    "a person wrote `" + name + "`, which has other devices too; take it out there");
        }
        try {
            if (left.isEmpty()) {
                files.delete(name);
            } else {
                files.write(name, left);
            }
        } catch (IOException failed) {
            return unwritable(name);
        }
        registry.lookNow();
        return new Answer.Done(name, "");
    }

    private static Answer unwritable(String name) {
        return new Answer.Declined(
                DeviceCode.FILE_UNWRITABLE, "`" + name + "` can not be written; nothing was changed");
    }
}
