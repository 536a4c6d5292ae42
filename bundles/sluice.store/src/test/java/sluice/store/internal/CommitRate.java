package sluice.store.internal;

import static sluice.store.internal.StoreScene.put;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.StoreChange;

/** Prints how many commits a second come to the disk, from 1, 4 and 16 applications. Not a test. */
final class CommitRate {
    private static final int SECONDS = 5;

    private CommitRate() {}

    public static void main(String[] arguments) throws Exception {
        for (int applications : new int[] {1, 1, 4, 16}) {
            System.out.printf("%d applications: %d commits/s%n", applications, measure(applications));
        }
        Path folder = Files.createTempDirectory("rate");
        try (StoreScene scene = new StoreScene(folder)) {
            for (int i = 0; i < 100; i++) {
                List<StoreChange> changes = new ArrayList<>();
                for (int n = 0; n < 100; n++) {
                    changes.add(put("key-" + i + "-" + n, "x".repeat(100)));
                }
                scene.shelf(StoreScene.BINS).commit(StoreScene.keep(Duration.ofDays(30)), changes);
            }
            scene.restart();
            long start = System.nanoTime();
            int read = scene.shelf(StoreScene.BINS).size();
            System.out.printf("%d records read in %d ms%n", read, (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static long measure(int applications) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("rate");
        long[] counts = new long[applications];
        try (StoreScene scene = new StoreScene(folder)) {
            long end = System.nanoTime() + SECONDS * 1_000_000_000L;
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < applications; i++) {
                int number = i;
                Store.Place place = new Store.Place("app" + i, "purpose");
                threads.add(new Thread(() -> {
                    while (System.nanoTime() < end) {
                        scene.commit(place, Duration.ofDays(30), put("key-" + counts[number] % 100, "x".repeat(100)));
                        counts[number]++;
                    }
                }));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        return Arrays.stream(counts).sum() / SECONDS;
    }
}
