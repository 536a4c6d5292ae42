package sluice.ledger.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import sluice.journal.Disk;

/** The real disk, until a test fills it. */
final class FillingDisk implements Disk {
    private final Disk real = Disk.ofThisMachine();
    private final Set<Path> unforced = ConcurrentHashMap.newKeySet();
    private volatile boolean full;

    void fill(boolean isFull) {
        full = isFull;
    }

    /** Files that a loss of power may take. */
    Set<Path> unforced() {
        return unforced;
    }

    private void check() throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        real.createFolder(folder);
    }

    @Override
    public void preallocate(Path file, byte[] start, long length) throws IOException {
        check();
        real.preallocate(file, start, length);
    }

    @Override
    public void put(Path file, byte[] bytes) throws IOException {
        check();
        unforced.add(file);
        real.put(file, bytes);
    }

    @Override
    public void force(Path path) throws IOException {
        check();
        real.force(path);
        unforced.remove(path);
    }

    @Override
    public OpenFile open(Path file) throws IOException {
        OpenFile open = real.open(file);
        return new OpenFile() {
            @Override
            public void write(long offset, ByteBuffer bytes) throws IOException {
                check();
                open.write(offset, bytes);
            }

            @Override
            public void force() throws IOException {
                check();
                open.force();
            }

            @Override
            public void close() throws IOException {
                open.close();
            }
        };
    }
}
