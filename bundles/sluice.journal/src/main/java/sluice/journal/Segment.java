package sluice.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One file of a journal.
 *
 * @param file named after its first position, so that names sort as positions do
 * @param first position of its first entry
 */
record Segment(Path file, long first) {
    static final String SUFFIX = ".log";

    static Segment of(Path folder, long first) {
        return new Segment(folder.resolve("%020d".formatted(first) + SUFFIX), first);
    }

    static boolean isNameOfOne(String name) {
        return name.matches("\\d{20}\\.log");
    }

    static Segment of(Path file) {
        return new Segment(file, Long.parseLong(file.getFileName().toString().substring(0, 20)));
    }

    /**
     * Reads entries along until an end. A broken frame is damage if a later write follows it; otherwise the segment ends before it, and
     * whoever knows what was acknowledged knows whether it may.
     */
    End read(long until, Visitor visitor) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        SegmentHeader header = SegmentHeader.of(bytes);
        if (header == null || header.first() != first || header.capacity() != bytes.limit()) {
            visitor.damage(damage(first, "the file's header does not match the file"));
            return new End(bytes.limit(), beyondAnyOf(bytes, header), null, bytes);
        }
        return new Reading(bytes, header, visitor).to(until);
    }

    Damage damage(long position, String why) {
        return new Damage(file.getFileName().toString(), position, why);
    }

    private long beyondAnyOf(ByteBuffer bytes, @Nullable SegmentHeader header) {
        long capacity = header == null ? bytes.limit() : Math.max(header.capacity(), bytes.limit());
        return first + capacity / Frame.HEADER + 1;
    }

    /**
     * Where reading came to.
     *
     * @param offset behind the last intact frame
     * @param next position behind the last intact entry; beyond any that there may be if the header is broken
     * @param header null if it is broken
     * @param bytes the segment
     */
    record End(int offset, long next, @Nullable SegmentHeader header, ByteBuffer bytes) {
        /** How many bytes behind the last intact frame are left from a write that did not finish. */
        int torn() {
            int end = bytes.limit();
            while (end > offset && bytes.get(end - 1) == 0) {
                end--;
            }
            return end - offset;
        }
    }

    private final class Reading {
        private final ByteBuffer bytes;
        private final SegmentHeader header;
        private final Visitor visitor;
        private int offset = SegmentHeader.BYTES;
        private long position = first;

        Reading(ByteBuffer bytes, SegmentHeader header, Visitor visitor) {
            this.bytes = bytes;
            this.header = header;
            this.visitor = visitor;
        }

        End to(long until) {
            while (position < until) {
                Frame frame = Frame.at(bytes, offset, header.salt());
                if (frame == null || frame.position() != position) {
                    frame = Frame.after(bytes, offset, header.salt(), position);
                    if (frame == null || frame.position() >= until) {
                        break;
                    }
                    visitor.damage(damage(position, "the entry's checksum does not match"));
                }
                visitor.entry(frame.position(), frame.payload(bytes));
                position = frame.position() + 1;
                offset = frame.end();
            }
            return new End(offset, position, header, bytes);
        }
    }
}
