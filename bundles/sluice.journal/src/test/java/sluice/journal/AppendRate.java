package sluice.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Measures appends of 200 bytes: many that share writes, and one after the other. Arguments: folder, number of appends. */
final class AppendRate {
    private AppendRate() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("append-rate");
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 500_000;
        try (Journal journal = Journal.open(folder, JournalSettings.STANDARD, Disk.ofThisMachine())) {
            shared(journal, count);
            System.out.printf("shared writes: %,.0f appends/s%n", count / shared(journal, count));
            System.out.printf("one by one:    %,.0f appends/s%n", 1_000 / alone(journal, 1_000));
        }
    }

    private static double shared(Journal journal, int count) throws InterruptedException {
        CountDownLatch written = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            journal.append(at -> new byte[200], at -> written.countDown(), Journal.FOREVER);
        }
        written.await();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double alone(Journal journal, int count) {
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            journal.appendAndWait(new byte[200], Duration.ofSeconds(10));
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
