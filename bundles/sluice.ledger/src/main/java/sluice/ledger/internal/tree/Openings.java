package sluice.ledger.internal.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import sluice.ledger.internal.entry.Entry;
import sluice.tlog.Tile;

/**
 * What leaves commit to, in a folder of each day, so that a day can be forgotten by deleting its folder. A file belongs to a bundle of
 * entries; a line is the entry's number, a space and the opening. Used by one thread at a time.
 *
 * <p>The day is that of the last second that the ledger opened, not the clock's: made again from the journal it is the same.
 */
final class Openings {
    static final String FOLDER = "openings";

    private final TileFolder files;
    private final Map<LocalDate, ByteArrayOutputStream> lines = new TreeMap<>();
    private final Map<LocalDate, Long> firsts = new TreeMap<>();
    private LocalDate oldest = LocalDate.MIN;
    private boolean isChanged;

    Openings(TileFolder files) {
        this.files = files;
    }

    /** Adds one, unless its day is to be forgotten. */
    void add(long entry, LocalDate day, Entry of) {
        int length = of.payload().length - of.bundled();
        if (length > 0 && !day.isBefore(oldest)) {
            ByteArrayOutputStream text = lines.computeIfAbsent(day, unused -> stored(day, entry));
            firsts.putIfAbsent(day, entry);
            text.writeBytes((entry + " ").getBytes(UTF_8));
            text.write(of.payload(), of.bundled(), length);
            text.write('\n');
            isChanged = true;
        }
    }

    /** What the file of a day holds of a bundle already. If it can not be read these openings are lost; the log holds without them. */
    private ByteArrayOutputStream stored(LocalDate day, long before) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            for (String line : linesOf(day, before / Tile.FULL)) {
                if (numberOf(line) >= 0 && numberOf(line) < before) {
                    text.writeBytes((line + "\n").getBytes(UTF_8));
                }
            }
        } catch (IOException e) {
            text.reset();
        }
        return text;
    }

    private String[] linesOf(LocalDate day, long bundle) throws IOException {
        Path file = files.path(name(day, bundle));
        return Files.exists(file) ? new String(Files.readAllBytes(file), UTF_8).split("\n") : new String[0];
    }

    /**
     * From which entry on the journal is needed, if all files are safe now: those of a day will be written again as long as it lasts.
     *
     * @param today the day under way
     * @param end behind the last entry
     */
    long neededFrom(LocalDate today, long end) {
        return firsts.getOrDefault(today, end);
    }

    /** Lets go of days that are safe on disk and over. */
    void retire(LocalDate today) {
        lines.keySet().removeIf(day -> !day.equals(today));
        firsts.keySet().removeIf(day -> !day.equals(today));
    }

    /** The day under which each opening of a bundle is on disk. */
    Map<Long, LocalDate> daysOf(long bundle) throws IOException {
        Map<Long, LocalDate> days = new TreeMap<>();
        for (LocalDate day : days()) {
            // Perhaps torn; only the numbers count, the openings come from the journal.
            for (String line : linesOf(day, bundle)) {
                days.put(numberOf(line), day);
            }
        }
        return days;
    }

    /** The number of the entry that a line opens; -1 if it is no line of ours. */
    static long numberOf(String line) {
        int space = line.indexOf(' ');
        return space > 0 && line.substring(0, space).matches("\\d{1,18}") ? Long.parseLong(line, 0, space, 10) : -1;
    }

    /** The files of the bundle under way, if there is something new. */
    void write(long bundle, BiConsumer<String, byte[]> taker) {
        if (isChanged) {
            lines.forEach((day, text) -> taker.accept(name(day, bundle), text.toByteArray()));
            isChanged = false;
        }
    }

    /** The bundle is complete. */
    void next() {
        lines.clear();
        firsts.clear();
    }

    /**
     * Forgets days.
     *
     * @param before first day that is kept
     * @return the days that were on disk and are not any more
     */
    List<LocalDate> forget(LocalDate before) throws IOException {
        oldest = before;
        lines.keySet().removeIf(day -> day.isBefore(before));
        firsts.keySet().removeIf(day -> day.isBefore(before));
        List<LocalDate> forgotten = new ArrayList<>();
        for (LocalDate day : days()) {
            if (day.isBefore(before)) {
                files.delete(FOLDER + "/" + day);
                forgotten.add(day);
            }
        }
        return forgotten;
    }

    List<LocalDate> days() throws IOException {
        Path folder = files.path(FOLDER);
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> days = Files.list(folder)) {
            return days.map(day -> day.getFileName().toString())
                    .filter(name -> name.matches("[+-]?\\d{4,9}-\\d\\d-\\d\\d"))
                    .map(LocalDate::parse)
                    .sorted()
                    .toList();
        }
    }

    /** Where the openings of a bundle are: as its path in {@code tile/entries}. */
    static String name(LocalDate day, long bundle) {
        return new Tile(Tile.ENTRIES, bundle, Tile.FULL).path().replaceFirst("tile/entries", FOLDER + "/" + day);
    }
}
