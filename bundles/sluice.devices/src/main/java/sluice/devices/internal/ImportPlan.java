package sluice.devices.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sluice.devices.Answer;
import sluice.devices.ImportReport;
import sluice.devices.ImportReport.RefusedLine;

/** What an import has decided to do, line by line. */
final class ImportPlan {
    private final Map<String, Line> added = new LinkedHashMap<>();
    private final Map<String, Line> changed = new LinkedHashMap<>();
    private final List<String> unchanged = new ArrayList<>();
    private final List<RefusedLine> refused = new ArrayList<>();

    /**
     * A line that will be written.
     *
     * @param number counted from 1
     * @param document what the device file will say
     * @param secret a new secret, empty if none was made
     * @param home the file that has the device now
     */
    record Line(int number, Map<String, Object> document, String secret, Optional<FileEntries> home) {}

    void add(String id, Line line) {
        (line.home().isPresent() ? changed : added).put(id, line);
    }

    void unchanged(String id) {
        unchanged.add(id);
    }

    void refuse(RefusedLine line) {
        refused.add(line);
    }

    void refuse(int number, Answer.Declined declined) {
        refused.add(new RefusedLine(number, declined.code(), declined.why()));
    }

    /** A line that could not be written after all. */
    void lose(String id, Answer.Declined declined) {
        Optional.ofNullable(added.remove(id))
                .or(() -> Optional.ofNullable(changed.remove(id)))
                .ifPresent(line -> refuse(line.number(), declined));
    }

    List<String> added() {
        return List.copyOf(added.keySet());
    }

    List<Map<String, Object>> addedDocuments(List<String> ids) {
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(added.get(id)).stream())
                .map(Line::document)
                .toList();
    }

    /** The changed documents, by file and by id. */
    Map<FileEntries, Map<String, Map<String, Object>>> changedByFile() {
        Map<FileEntries, Map<String, Map<String, Object>>> byFile = new LinkedHashMap<>();
        changed.forEach((id, line) -> line.home()
                .ifPresent(home ->
                        byFile.computeIfAbsent(home, file -> new HashMap<>()).put(id, line.document())));
        return byFile;
    }

    ImportReport report(boolean dryRun) {
        refused.sort(Comparator.comparingInt(RefusedLine::line));
        Map<String, String> secrets = new HashMap<>();
        if (!dryRun) {
            Consumer<Map.Entry<String, Line>> tell =
                    entry -> secrets.put(entry.getKey(), entry.getValue().secret());
            added.entrySet().stream().filter(ImportPlan::hasSecret).forEach(tell);
            changed.entrySet().stream().filter(ImportPlan::hasSecret).forEach(tell);
        }
        return new ImportReport(added(), List.copyOf(changed.keySet()), unchanged, refused, secrets);
    }

    private static boolean hasSecret(Map.Entry<String, Line> entry) {
        return !entry.getValue().secret().isEmpty();
    }
}
