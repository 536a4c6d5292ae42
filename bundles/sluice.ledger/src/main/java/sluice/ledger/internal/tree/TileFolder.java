package sluice.ledger.internal.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sluice.journal.Disk;
import sluice.tlog.EntryBundle;
import sluice.tlog.Tile;
import sluice.tlog.Tiles;
import sluice.tlog.TreeHash;

/** The files of a log, as C2SP's tlog-tiles lays them out. Read by any thread, written by one at a time. */
public final class TileFolder implements Tiles {
    private final Path folder;
    private final Disk disk;
    private final Set<Path> unforced = new LinkedHashSet<>();
    private final Set<Path> folders = new LinkedHashSet<>();

    /**
     * Files.
     *
     * @param folder where they are
     * @param disk writes them
     */
    public TileFolder(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** A path below the folder. */
    public Path path(String name) {
        return folder.resolve(name);
    }

    @Override
    public byte[] read(Tile tile) throws IOException {
        byte[] bytes = bytes(tile);
        int length = tile.width() * TreeHash.BYTES;
        if (bytes.length < length) {
            throw new IOException("tile `" + tile.path() + "` is too short");
        }
        return Arrays.copyOf(bytes, length);
    }

    /** Reads tiles as they were when the tree had a size. */
    Tiles asOf(long size) {
        return tile -> Arrays.copyOf(read(at(size, tile)), tile.width() * TreeHash.BYTES);
    }

    /** The tile at the same place in a tree of a size. */
    static Tile at(long size, Tile tile) {
        long hashes = size >>> 8 * Math.max(0, tile.level());
        return tile.withWidth((int) Math.min(Tile.FULL, hashes - tile.index() * Tile.FULL));
    }

    /** The first entries of a bundle; fewer than its width if the file is damaged. */
    public List<byte[]> entries(Tile bundle) throws IOException {
        List<byte[]> entries = EntryBundle.decode(bytes(bundle));
        return entries.subList(0, Math.min(entries.size(), bundle.width()));
    }

    /** A file that holds at least this tile. */
    private byte[] bytes(Tile tile) throws IOException {
        // The exact one first: a wider one may not have been forced to disk before a crash.
        byte[] found = bytesOrNull(tile);
        found = found == null ? bytesOrNull(tile.withWidth(Tile.FULL)) : found;
        if (found == null) {
            for (int width : partials(tile)) {
                found = found == null && width > tile.width() ? bytesOrNull(tile.withWidth(width)) : found;
            }
        }
        // A partial tile goes when the full one is there: perhaps just now.
        found = found == null ? bytesOrNull(tile.withWidth(Tile.FULL)) : found;
        if (found == null) {
            throw new NoSuchFileException("tile `" + tile.path() + "` is missing");
        }
        return found;
    }

    /** The file of exactly this tile, or null if there is none. */
    public byte @Nullable [] bytesOrNull(Tile tile) throws IOException {
        try {
            return Files.readAllBytes(path(tile.path()));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Widths of the partial tiles at the place of a tile, rising. */
    public List<Integer> partials(Tile tile) throws IOException {
        Path partials = path(tile.folderOfPartials());
        if (Files.notExists(partials)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(partials)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[1-9]\\d{0,2}"))
                    .map(Integer::valueOf)
                    .filter(width -> width < Tile.FULL)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    /** Writes a file as a whole; it is safe once {@link #force} returned. */
    public void put(String name, byte[] bytes) throws IOException {
        Path file = path(name);
        Path parent = file.getParent();
        if (parent != null && folders.add(parent)) {
            disk.createFolder(parent);
        }
        disk.put(file, bytes);
        unforced.add(file);
    }

    /** Writes a file as a whole; it is safe when this returns. */
    public void replace(String name, byte[] bytes) throws IOException {
        disk.replace(path(name), bytes);
    }

    /** Makes safe what was put. */
    public void force() throws IOException {
        Set<Path> parents = new LinkedHashSet<>();
        for (Path file : unforced) {
            disk.force(file);
            for (Path above = file.getParent(); above != null && above.startsWith(folder); above = above.getParent()) {
                parents.add(above);
            }
        }
        for (Path parent : parents) {
            disk.force(parent);
        }
        unforced.clear();
        folders.clear();
    }

    /** Deletes a folder and all that is in it. */
    public void delete(String name) throws IOException {
        Path gone = path(name);
        unforced.removeIf(file -> file.startsWith(gone));
        folders.removeIf(parent -> parent.startsWith(gone));
        try (Stream<Path> all = Files.walk(gone)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Deletes the partial tiles at the place of a full one that is safe, and what a killed process left unfinished beside them. */
    public void deletePartials(Tile full) throws IOException {
        if (Files.exists(path(full.folderOfPartials()))) {
            delete(full.folderOfPartials());
        }
    }
}
