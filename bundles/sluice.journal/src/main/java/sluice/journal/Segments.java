package sluice.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of a journal, in order. Readers see the list as it was when they began. */
final class Segments {
    private final Path folder;
    private volatile List<Segment> list;

    Segments(Path folder) throws IOException {
        this.folder = folder;
        try (Stream<Path> files = Files.list(folder)) {
            this.list = files.filter(
                            file -> Segment.isNameOfOne(file.getFileName().toString()))
                    .sorted()
                    .map(Segment::of)
                    .toList();
        }
    }

    Segment next(long first) {
        return Segment.of(folder, first);
    }

    List<Segment> list() {
        return list;
    }

    synchronized void add(Segment segment) {
        List<Segment> longer = new ArrayList<>(list);
        longer.add(segment);
        list = List.copyOf(longer);
    }

    /** Deletes the files that hold nothing from a position on, but never the last one: its name keeps the count. */
    synchronized void dropBefore(long position) throws IOException {
        while (list.size() > 1 && list.get(1).first() <= position) {
            Files.deleteIfExists(list.get(0).file());
            list = List.copyOf(list.subList(1, list.size()));
        }
    }

    void read(long from, long until, Visitor visitor) throws IOException {
        List<Segment> segments = list;
        for (int i = 0; i < segments.size() && segments.get(i).first() < until; i++) {
            long end = i + 1 < segments.size()
                    ? Math.min(until, segments.get(i + 1).first())
                    : until;
            if (end > from) {
                readWhole(segments.get(i), end, new From(from, visitor));
            }
        }
    }

    private void readWhole(Segment segment, long end, Visitor visitor) throws IOException {
        try {
            long next = segment.read(end, visitor).next();
            if (next < end) {
                visitor.damage(segment.damage(next, "entries are missing or unreadable up to entry " + (end - 1)));
            }
        } catch (NoSuchFileException e) {
            if (list.contains(segment)) {
                visitor.damage(segment.damage(segment.first(), "the file is missing"));
            }
        }
    }

    private record From(long from, Visitor visitor) implements Visitor {
        @Override
        public void entry(long position, byte[] payload) {
            if (position >= from) {
                visitor.entry(position, payload);
            }
        }

        @Override
        public void damage(Damage damage) {
            visitor.damage(damage);
        }
    }
}
