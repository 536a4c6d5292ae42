package sluice.spool.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A spool in a folder of a test, and what came out of it. */
final class SpoolScene {
    static final String WASTE = "sluice.app.waste";
    static final String PLANNING = "sluice.app.planning";
    static final int MEGABYTE = 1 << 20;

    final Path folder;
    final FillingDisk disk = new FillingDisk();
    final List<Long> positions = new CopyOnWriteArrayList<>();

    SpoolScene(Path folder) {
        this.folder = folder;
    }

    KeptSpool open() {
        return JournalSpool.open(SpoolSettings.of(folder, MEGABYTE, Duration.ofMillis(1), disk));
    }

    void close(KeptSpool spool) {
        spool.close(Duration.ofSeconds(5));
    }

    /** Appends texts for a recipient and waits until all are on disk. */
    void append(KeptSpool spool, String recipient, String... texts) {
        int expected = positions.size() + texts.length;
        for (String text : texts) {
            spool.append(recipient, text.getBytes(UTF_8), positions::add);
        }
        await().until(() -> positions.size() == expected);
    }

    /** Appends entries of a kilobyte. */
    void appendKilobytes(KeptSpool spool, String recipient, int count) {
        String text = "k".repeat(1_000);
        append(spool, recipient, IntStream.range(0, count).mapToObj(i -> text).toArray(String[]::new));
    }

    long lastPosition() {
        return positions.get(positions.size() - 1);
    }

    static List<String> replay(KeptSpool spool, String recipient) {
        List<String> texts = new ArrayList<>();
        spool.replay(recipient, (position, entry) -> texts.add(new String(entry, UTF_8)));
        return texts;
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }
}
