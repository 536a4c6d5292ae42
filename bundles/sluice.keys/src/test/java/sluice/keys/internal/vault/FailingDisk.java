package sluice.keys.internal.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import sluice.journal.Disk;

/** A disk that fails for good after some writes: a full one, or the moment before a crash. */
public final class FailingDisk implements Disk {
    private final Disk real = Disk.ofThisMachine();
    private int left = Integer.MAX_VALUE;

    public void failAfter(int writes) {
        left = writes;
    }

    private void count() throws IOException {
        if (left-- <= 0) {
            left = 0;
            throw new IOException("no space left on device");
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        real.createFolder(folder);
    }

    @Override
    public void preallocate(Path file, byte[] start, long length) throws IOException {
        count();
        real.preallocate(file, start, length);
    }

    @Override
    public OpenFile open(Path file) throws IOException {
        OpenFile open = real.open(file);
        return new OpenFile() {
            @Override
            public void write(long offset, ByteBuffer bytes) throws IOException {
                count();
                open.write(offset, bytes);
            }

            @Override
            public void force() throws IOException {
                open.force();
            }

            @Override
            public void close() throws IOException {
                open.close();
            }
        };
    }
}
