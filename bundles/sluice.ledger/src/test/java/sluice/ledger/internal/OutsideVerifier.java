package sluice.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a ledger's files as an outsider would from the README alone: no class of ours, no checksum, no hash. */
final class OutsideVerifier {
    private OutsideVerifier() {}

    /** The leaf of each entry that is in a bundle or in the journal, in order. */
    static List<String> texts(Path folder) throws IOException {
        SortedMap<Long, String> texts = new TreeMap<>();
        for (Path bundle : files(folder.resolve("tile/entries"))) {
            addBundle(
                    texts,
                    bundle,
                    folder.resolve("tile/entries").relativize(bundle).toString());
        }
        for (Path segment : segments(folder)) {
            addSegment(texts, segment);
        }
        return new ArrayList<>(texts.values());
    }

    private static void addBundle(SortedMap<Long, String> texts, Path file, String name) throws IOException {
        long position = 256 * Long.parseLong(name.replaceAll("\\.p/.*", "").replaceAll("[x/]", ""));
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        while (bytes.hasRemaining()) {
            texts.put(position++, leaf(bytes));
        }
    }

    private static void addSegment(SortedMap<Long, String> texts, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        int offset = 36;
        while (offset + 24 <= bytes.limit() && bytes.getInt(offset) != 0) {
            texts.put(bytes.getLong(offset + 8), leaf(bytes.duplicate().position(offset + 24)));
            offset += bytes.getInt(offset);
        }
    }

    private static String leaf(ByteBuffer bytes) {
        byte[] leaf = new byte[bytes.getShort() & 0xffff];
        bytes.get(leaf);
        return new String(leaf, UTF_8);
    }

    static List<Path> segments(Path folder) throws IOException {
        return files(folder.resolve("journal")).stream()
                .filter(file -> file.toString().endsWith(".log"))
                .toList();
    }

    /** The lines of all openings, without their numbers. */
    static List<String> openings(Path folder) throws IOException {
        List<String> openings = new ArrayList<>();
        for (Path file : files(folder.resolve("openings"))) {
            Files.readAllLines(file, UTF_8).forEach(line -> openings.add(line.substring(line.indexOf(' ') + 1)));
        }
        return openings;
    }

    static List<Path> files(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
