package sluice.ledger.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tiles and entries as files (tlog-tiles). */
record LogFolder(Path folder) {
    static final int WIDTH = 256;
    static final int HASH = 32;

    /** The hashes of a tile of a tree. */
    byte[] tile(int level, long index, int width) throws IOException, Refuted {
        byte[] bytes = read("tile/" + level + "/", index, width);
        if (bytes.length < width * HASH) {
            throw new Refuted("tile " + level + "/" + index + " has " + bytes.length + " bytes, not " + width * HASH);
        }
        return Arrays.copyOf(bytes, width * HASH);
    }

    /** The entries of a bundle. */
    List<byte[]> entries(long index, int width) throws IOException, Refuted {
        byte[] bytes = read("tile/entries/", index, width);
        List<byte[]> entries = new ArrayList<>(width);
        int at = 0;
        while (entries.size() < width) {
            int end = at + 2 > bytes.length ? -1 : at + 2 + ((bytes[at] & 0xff) * 256 + (bytes[at + 1] & 0xff));
            if (end < 0 || end > bytes.length) {
                throw new Refuted("entry " + (index * WIDTH + entries.size()) + ": its bundle is cut off");
            }
            entries.add(Arrays.copyOfRange(bytes, at + 2, end));
            at = end;
        }
        return entries;
    }

    /** A partial tile, or the full one in whose place it stood. */
    private byte[] read(String kind, long index, int width) throws IOException, Refuted {
        Path full = folder.resolve(kind + name(index));
        Path partial = folder.resolve(kind + name(index) + ".p/" + width);
        for (Path candidate : width == WIDTH ? List.of(full) : List.of(partial, full)) {
            if (Files.exists(candidate)) {
                return Files.readAllBytes(candidate);
            }
        }
        throw new Refuted("`" + folder.relativize(width == WIDTH ? full : partial) + "` is missing");
    }

    private static String name(long index) {
        String digits = Long.toString(index);
        digits = "0".repeat((3 - digits.length() % 3) % 3) + digits;
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < digits.length(); i += 3) {
            name.append(i + 3 < digits.length() ? "x" : "").append(digits, i, i + 3);
            name.append(i + 3 < digits.length() ? "/" : "");
        }
        return name.toString();
    }
}
