package sluice.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The real disk, full whenever a test says so. */
final class FailingDisk implements Disk {
    /** What fails. */
    enum Fault {
        NONE,
        PREALLOCATE,
        HALF_A_WRITE,
        FORCE
    }

    private final Disk real = Disk.ofThisMachine();
    private final AtomicInteger forces = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;

    void failWith(Fault next) {
        fault = next;
    }

    int forces() {
        return forces.get();
    }

    int failures() {
        return failures.get();
    }

    private void failIf(Fault failing) throws IOException {
        if (fault == failing) {
            failures.incrementAndGet();
            throw new IOException("No space left on device");
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        real.createFolder(folder);
    }

    @Override
    public void preallocate(Path file, byte[] start, long length) throws IOException {
        failIf(Fault.PREALLOCATE);
        real.preallocate(file, start, length);
    }

    @Override
    public OpenFile open(Path file) throws IOException {
        OpenFile open = real.open(file);
        return new OpenFile() {
            @Override
            public void write(long offset, ByteBuffer bytes) throws IOException {
                if (fault == Fault.HALF_A_WRITE) {
                    open.write(offset, bytes.slice(0, bytes.remaining() / 2));
                }
                failIf(Fault.HALF_A_WRITE);
                open.write(offset, bytes);
            }

            @Override
            public void force() throws IOException {
                failIf(Fault.FORCE);
                forces.incrementAndGet();
                open.force();
            }

            @Override
            public void close() throws IOException {
                open.close();
            }
        };
    }
}
