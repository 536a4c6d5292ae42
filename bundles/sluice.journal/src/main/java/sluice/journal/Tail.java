package sluice.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The end of a journal, where the writer writes. */
final class Tail implements Closeable {
    private final Disk disk;
    private final Segment segment;
    private final SegmentHeader header;
    private int offset;
    private int torn;
    private Disk.@Nullable OpenFile open;

    Tail(Disk disk, Segment segment, SegmentHeader header, int offset, int torn) {
        this.disk = disk;
        this.segment = segment;
        this.header = header;
        this.offset = offset;
        this.torn = torn;
    }

    int room() {
        return (int) header.capacity() - offset;
    }

    /** Whether nothing was written to its segment yet that would not be before a position. */
    boolean startsAt(long position) {
        return segment.first() == position;
    }

    long salt() {
        return header.salt();
    }

    /**
     * Writes frames and forces them to disk; advances only if all of it worked. A caller that tries again must give the bytes again: after
     * a failed force the system may have dropped what was written before.
     */
    void write(ByteBuffer frames) throws IOException {
        Disk.OpenFile file = opened();
        if (torn > 0) {
            // Else an intact frame of the write that was cut short could come to life behind new ones.
            file.write(offset, ByteBuffer.allocate(torn));
            file.force();
            torn = 0;
        }
        int length = frames.remaining();
        file.write(offset, frames);
        file.force();
        offset += length;
    }

    private Disk.OpenFile opened() throws IOException {
        Disk.OpenFile file = open;
        if (file == null) {
            file = disk.open(segment.file());
            open = file;
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        Disk.OpenFile file = open;
        open = null;
        if (file != null) {
            file.close();
        }
    }
}
