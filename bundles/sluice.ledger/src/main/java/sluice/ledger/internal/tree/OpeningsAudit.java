package sluice.ledger.internal.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import sluice.ledger.internal.entry.Commitments;
import sluice.tlog.Tile;

/** Compares the openings that are left with what the leaves commit to. One that is gone is no fault: it was forgotten. */
final class OpeningsAudit {
    private final Commitments commitments = new Commitments(new SecureRandom());
    private final TileFolder files;
    private final long from;
    private final long to;

    OpeningsAudit(TileFolder files, long from, long to) {
        this.files = files;
        this.from = from;
        this.to = to;
    }

    void run() throws IOException {
        Path folder = files.path(Openings.FOLDER);
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(OpeningsAudit::isFinished).sorted().toList()) {
                check(folder, file);
            }
        }
    }

    /** A process that was killed may have left a file that had not got its name yet. */
    private static boolean isFinished(Path file) {
        return Files.isRegularFile(file) && !file.toString().endsWith(".new");
    }

    private void check(Path folder, Path file) throws IOException {
        Path stem = folder.relativize(file);
        long first = Tile.FULL * bundleOf(stem.subpath(1, stem.getNameCount()));
        if (first + Tile.FULL <= from || first >= to) {
            return;
        }
        String name = Openings.FOLDER + "/" + stem;
        Tile bundle = new Tile(Tile.ENTRIES, first / Tile.FULL, (int) Math.min(Tile.FULL, to - first));
        List<byte[]> entries = files.entries(bundle);
        long expected = first;
        for (String line : lines(file)) {
            long entry = Openings.numberOf(line);
            if (entry < expected || entry >= first + Tile.FULL) {
                throw new Damaged(name, expected, "it is no line of ours");
            }
            if (entry < to && !opens(line, new String(entries.get((int) (entry - first)), UTF_8))) {
                throw new Damaged(name, entry, "the leaf does not commit to this opening");
            }
            expected = entry + 1;
        }
    }

    private boolean opens(String line, String leaf) {
        byte[] opening = line.substring(line.indexOf(' ') + 1).getBytes(UTF_8);
        return leaf.endsWith(",\"commitment\":\"" + commitments.to(opening) + "\"}");
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            // A character that is none shows as a line that opens nothing.
            return List.of(new String(Files.readAllBytes(file), UTF_8).split("\n"));
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    private static long bundleOf(Path stem) throws Damaged {
        String digits = stem.toString().replaceAll("[x/\\\\]", "");
        if (!digits.matches("\\d{3,18}")) {
            throw new Damaged(Openings.FOLDER + "/" + stem, 0, "it is no file of ours");
        }
        return Long.parseLong(digits);
    }
}
