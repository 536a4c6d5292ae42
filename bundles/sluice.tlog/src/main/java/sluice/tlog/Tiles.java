package sluice.tlog;

import java.io.IOException;

/** Reads tiles of a log, wherever they are. */
@FunctionalInterface
public interface Tiles {
    /**
     * The hashes of a tile.
     *
     * @param tile which
     * @return exactly {@code 32 * tile.width()} bytes; of a wider tile at the same place, its beginning
     * @throws IOException if there is none, or it is too short
     */
    byte[] read(Tile tile) throws IOException;
}
