package sluice.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the end of a journal looks like when it is opened. Nothing is written here, so that a look at a damaged journal leaves it as it is.
 *
 * @param tail where writing goes on; null if that takes a new segment: there is none yet, or the last one is damaged
 * @param next position of the next entry
 */
record Recovered(@Nullable Tail tail, long next) {
    static Recovered from(Segments segments, Disk disk) throws IOException {
        List<Segment> list = segments.list();
        if (list.isEmpty()) {
            return new Recovered(null, 0);
        }
        Segment last = list.get(list.size() - 1);
        Damages damages = new Damages();
        Segment.End end = last.read(Long.MAX_VALUE, damages);
        SegmentHeader header = end.header();
        Tail tail = header != null && damages.found.isEmpty()
                ? new Tail(disk, last, header, end.offset(), end.torn())
                : null;
        return new Recovered(tail, end.next());
    }

    private static final class Damages implements Visitor {
        private final List<Damage> found = new ArrayList<>();

        @Override
        public void entry(long position, byte[] payload) {}

        @Override
        public void damage(Damage damage) {
            found.add(damage);
        }
    }
}
