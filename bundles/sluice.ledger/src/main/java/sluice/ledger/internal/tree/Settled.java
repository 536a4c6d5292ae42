package sluice.ledger.internal.tree;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import sluice.journal.CheckedFile;
import sluice.ledger.internal.entry.Recollection;

/**
 * How far the tiles are safe on disk without the journal, and what the entries up to there tell.
 *
 * @param size leaves whose tiles were forced to disk
 * @param recollection what these leaves tell
 */
public record Settled(long size, Recollection recollection) {
    /** Name of the file in the ledger's folder. */
    public static final String FILE = "settled";

    static Settled nothing(long size) {
        return new Settled(size, new Recollection());
    }

    static Optional<Settled> read(CheckedFile file) throws IOException {
        try {
            return file.read().map(lines -> new Settled(Long.parseLong(lines.get(0)), Recollection.read(lines.get(1))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | ClassCastException e) {
            throw new IOException("the file `" + FILE + "` is not one", e);
        }
    }

    void write(CheckedFile file) throws IOException {
        file.replace(List.of(Long.toString(size), recollection.write()));
    }
}
