package sluice.tlog;

/**
 * Where a tile stands: the run of 256 hashes (or fewer, at the right edge) that one file holds.
 *
 * @param level 0 for hashes of leaves, L for roots of full tiles of level L-1; {@link #ENTRIES} for the entries themselves
 * @param index number of the tile in its level, from 0
 * @param width how many hashes it has, 1 to 256
 */
public record Tile(int level, long index, int width) {
    /** Hashes in a full tile. */
    public static final int FULL = 256;

    /** The level of bundles of entries. */
    public static final int ENTRIES = -1;

    public Tile {
        if (level < ENTRIES || level > 7 || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("no tile: level " + level + ", index " + index + ", width " + width);
        }
    }

    /**
     * Whether it can not grow any more.
     *
     * @return false at the right edge
     */
    public boolean isFull() {
        return width == FULL;
    }

    /**
     * The tile below the log's folder or address, as tlog-tiles names it.
     *
     * @return for example {@code tile/0/x001/234.p/17}
     */
    public String path() {
        return isFull() ? stem() : folderOfPartials() + "/" + width;
    }

    /**
     * Where the partial tiles of this place are.
     *
     * @return for example {@code tile/0/x001/234.p}
     */
    public String folderOfPartials() {
        return stem() + ".p";
    }

    /**
     * The same place with another width.
     *
     * @param other 1 to 256
     * @return a tile
     */
    public Tile withWidth(int other) {
        return new Tile(level, index, other);
    }

    private String stem() {
        StringBuilder digits = new StringBuilder("%03d".formatted(index % 1_000));
        for (long rest = index / 1_000; rest > 0; rest /= 1_000) {
            digits.insert(0, "x%03d/".formatted(rest % 1_000));
        }
        return "tile/" + (level == ENTRIES ? "entries" : Integer.toString(level)) + "/" + digits;
    }
}
