package sluice.devices.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sluice.devices.Answer.Declined;

/** Writes what an import decided, file by file: changed devices where they are, new ones in files named after the list. */
final class ImportWriter {
    private static final int DEVICES_PER_FILE = 500;
    private static final int LONGEST_STEM = 40;

    private final RegisterFiles files;
    private final ImportPlan plan;

    ImportWriter(RegisterFiles files, ImportPlan plan) {
        this.files = files;
        this.plan = plan;
    }

    void write(Path csv) {
        plan.changedByFile().forEach(this::changed);
        List<String> ids = plan.added();
        int number = 1;
        for (int from = 0; from < ids.size(); from += DEVICES_PER_FILE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + DEVICES_PER_FILE));
            while (files.exists(name(csv, number))) {
                number++;
            }
            write(name(csv, number), plan.addedDocuments(some), some);
        }
    }

    private void changed(FileEntries home, Map<String, Map<String, Object>> documents) {
        write(home.file().name(), RegisterFiles.replacing(home, documents), documents.keySet());
    }

    private void write(String name, List<Map<String, Object>> documents, Collection<String> ids) {
        try {
            files.write(name, documents);
        } catch (IOException failed) {
            Declined why = new Declined(DeviceCode.FILE_UNWRITABLE, "`" + name + "` can not be written");
            ids.forEach(id -> plan.lose(id, why));
        }
    }

    private static String name(Path csv, int number) {
        return String.format(Locale.ROOT, "%s/%s-%03d.yaml", FileEntries.DEVICES, stem(csv), number);
    }

    private static String stem(Path csv) {
        String name = String.valueOf(csv.getFileName()).toLowerCase(Locale.ROOT).replaceFirst("\\.[a-z]+$", "");
        String safe = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return safe.isEmpty() ? "imported" : safe.substring(0, Math.min(LONGEST_STEM, safe.length()));
    }
}
