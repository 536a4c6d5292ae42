package sluice.ledger.internal;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import sluice.journal.CheckedFile;

/**
 * The end of the chain at some moment.
 *
 * @param entry number of the last entry; -1 if there is none
 * @param hash that entry's, 32 bytes; all zero if there is none
 */
record Head(long entry, byte[] hash) {
    static final Head NONE = new Head(-1, new byte[Hashing.BYTES]);

    /** The head that was kept in a file. */
    static Optional<Head> read(CheckedFile file) throws IOException {
        try {
            return file.read()
                    .map(lines -> new Head(
                            Long.parseLong(lines.get(0)), HexFormat.of().parseHex(lines.get(1))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("the head file is not one", e);
        }
    }

    void write(CheckedFile file) throws IOException {
        file.replace(List.of(Long.toString(entry), HexFormat.of().formatHex(hash)));
    }
}
