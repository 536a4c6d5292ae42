package sluice.store.internal;

import java.io.IOException;
import java.nio.file.Path;
import sluice.journal.Disk;

/** The disk of this machine, until it is full. */
final class FillingDisk implements Disk {
    private final Disk real = Disk.ofThisMachine();
    volatile boolean full;

    @Override
    public void createFolder(Path folder) throws IOException {
        real.createFolder(folder);
    }

    @Override
    public void preallocate(Path file, byte[] start, long length) throws IOException {
        if (full) {
            throw new IOException("No space left on device");
        }
        real.preallocate(file, start, length);
    }

    @Override
    public OpenFile open(Path file) throws IOException {
        return real.open(file);
    }
}
