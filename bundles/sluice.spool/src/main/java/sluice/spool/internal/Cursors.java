package sluice.spool.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.journal.CheckedFile;
import sluice.journal.Disk;

/** How far each recipient is, in a small file beside the journal. If it is lost, entries are replayed that were had before; none is missed. */
final class Cursors {
    private final CheckedFile file;
    private Map<String, Long> written = Map.of();
    private volatile String trouble = "";

    Cursors(Path folder, Disk disk) {
        this.file = new CheckedFile(folder.resolve("cursors"), disk);
    }

    /** Position up to which each recipient has had all. */
    synchronized Map<String, Long> read() {
        Map<String, Long> cursors = new HashMap<>();
        try {
            for (String line : file.read().orElse(List.of())) {
                int space = line.indexOf(' ');
                cursors.put(line.substring(space + 1), Long.parseLong(line.substring(0, space)));
            }
            written = cursors;
            return cursors;
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            trouble = "can not read how far recipients are, and replays all: " + e.getMessage();
            return Map.of();
        }
    }

    synchronized void write(Map<String, Long> cursors) {
        if (cursors.equals(written)) {
            return;
        }
        try {
            file.replace(new TreeMap<>(cursors)
                    .entrySet().stream()
                            .map(cursor -> cursor.getValue() + " " + cursor.getKey())
                            .toList());
            written = Map.copyOf(cursors);
            trouble = "";
        } catch (IOException e) {
            trouble = "can not write how far recipients are: " + e.getMessage() + "; it is tried again until it works";
        }
    }

    String trouble() {
        return trouble;
    }
}
