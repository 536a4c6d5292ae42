package sluice.devices.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sluice.broker.core.port.DeviceEntry;
import sluice.devices.Answer.Declined;

/** Decides, line by line, what a list does to the register. Writes nothing. */
final class CsvImport {
    private final Secrets secrets;
    private final Map<String, FileEntries> homes = new HashMap<>();
    private final Map<String, DeviceEntry> registered = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final ImportPlan plan = new ImportPlan();

    private CsvImport(RegisterFiles files, Secrets secrets) {
        this.secrets = secrets;
        for (FileEntries file : files.all()) {
            for (DeviceEntry device : file.devices()) {
                homes.put(device.id(), file);
                registered.put(device.id(), device);
                device.addresses().forEach(address -> owners.put(address, device.id()));
            }
        }
    }

    static ImportPlan plan(CsvTable table, RegisterFiles files, Secrets secrets) {
        CsvImport run = new CsvImport(files, secrets);
        table.refused().forEach(run.plan::refuse);
        table.rows().forEach(run::row);
        return run.plan;
    }

    private void row(CsvTable.Row row) {
        Map<String, Object> document = CsvRow.document(row.values());
        String id = String.valueOf(document.get("device"));
        if (!seen.add(id)) {
            plan.refuse(
                    row.line(),
                    new Declined(DeviceCode.DUPLICATE_DEVICE, "device `" + id + "` stands on an earlier line"));
            return;
        }
        Optional<DeviceEntry> before = Optional.ofNullable(registered.get(id));
        String secret = secret(document, before);
        FileEntries written = Registrar.check(FileEntries.DEVICES, document);
        Optional<Declined> fault = Registrar.faults(written);
        if (fault.isPresent()) {
            plan.refuse(row.line(), fault.get());
            return;
        }
        DeviceEntry now = written.devices().get(0);
        if (before.isPresent() && before.get().isSameAs(now)) {
            plan.unchanged(id);
            return;
        }
        ImportPlan.Line line = new ImportPlan.Line(row.line(), document, secret, Optional.ofNullable(homes.get(id)));
        Optional<Declined> no =
                clash(now).or(() -> before.flatMap(old -> lowers(old, now))).or(() -> foreign(line));
        no.ifPresentOrElse(declined -> plan.refuse(row.line(), declined), () -> accept(now, line, before));
    }

    /** A device keeps its secret; of a new one the report shows the secret, and the file holds the digest. */
    private String secret(Map<String, Object> document, Optional<DeviceEntry> before) {
        String digest = before.map(DeviceEntry::secretSha256).orElse("");
        String secret = "";
        if (digest.isEmpty() && Registrar.needsSecret(document)) {
            secret = secrets.fresh();
            digest = Secrets.digest(secret);
        }
        if (!digest.isEmpty()) {
            document.put("secretSha256", digest);
        }
        return secret;
    }

    private Optional<Declined> clash(DeviceEntry device) {
        for (String address : device.addresses()) {
            String owner = owners.getOrDefault(address, device.id());
            if (!owner.equals(device.id())) {
                return no(DeviceCode.DUPLICATE_ADDRESS, "device `" + owner + "` has the address `" + address + "`");
            }
        }
        return Optional.empty();
    }

    private static Optional<Declined> lowers(DeviceEntry before, DeviceEntry now) {
        if (!before.floor().isAbove(now.floor())) {
            return Optional.empty();
        }
        String why = "device `" + now.id() + "` is raised to " + before.floor() + " in " + before.where()
                + "; a list can not lower that";
        return no(DeviceCode.LOWERS_LABEL, why);
    }

    private static Optional<Declined> foreign(ImportPlan.Line line) {
        return line.home()
                .filter(home -> !RegisterFiles.isOwn(home))
                .flatMap(home -> no(
                        DeviceCode.HAND_WRITTEN,
                        "a person wrote `" + home.file().name() + "`; change it there"));
    }

    private void accept(DeviceEntry now, ImportPlan.Line line, Optional<DeviceEntry> before) {
        before.ifPresent(old -> old.addresses().forEach(owners::remove));
        now.addresses().forEach(address -> owners.put(address, now.id()));
        plan.add(now.id(), line);
    }

    private static Optional<Declined> no(String code, String why) {
        return Optional.of(new Declined(code, why));
    }
}
