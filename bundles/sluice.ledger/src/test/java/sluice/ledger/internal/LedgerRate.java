package sluice.ledger.internal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import sluice.journal.Disk;
import sluice.journal.JournalSettings;
import sluice.ledger.internal.entry.Entry;
import sluice.ledger.internal.entry.Leaves;

/**
 * Measures person-level leaves against what the disk can do: in turns, raw writes of as many bytes to a preallocated file with one
 * fdatasync a batch, and the ledger with the same batch; then 10,000 leaves a second, and how old the checkpoint becomes. Arguments:
 * folder, leaves in a round, rounds, paced seconds.
 */
final class LedgerRate {
    private static final int BATCH = 1_000;
    private static final int SEGMENT = 8 << 20;
    private static final int FRAME = 24;

    private final Path folder;
    private final int leaves;

    private LedgerRate(Path folder, int leaves) {
        this.folder = folder;
        this.leaves = leaves;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("ledger-rate");
        int leaves = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 7;
        LedgerRate rate = new LedgerRate(folder, leaves);
        rate.compare(rounds);
        rate.paced(arguments.length > 3 ? Integer.parseInt(arguments[3]) : 20);
        rate.open();
    }

    private void compare(int rounds) throws IOException, InterruptedException {
        double[] raw = new double[rounds];
        double[] ledger = new double[rounds];
        double[] sustained = new double[rounds];
        KeptLedger kept = ledger();
        ScheduledExecutorService ticker = ticker(kept);
        disclose(kept, leaves);
        kept.tick();
        for (int round = 0; round < rounds; round++) {
            raw[round] = raw();
            long cpu = cpuNanos();
            long start = System.nanoTime();
            disclose(kept, leaves);
            ledger[round] = leaves / ((System.nanoTime() - start) / 1e9);
            kept.tick();
            sustained[round] = leaves / ((System.nanoTime() - start) / 1e9);
            System.out.printf(
                    "round %d: raw %,.0f leaves/s, durable %,.0f (%.0f %%), and in tiles %,.0f, %,d ns of processor a leaf%n",
                    round + 1,
                    raw[round],
                    ledger[round],
                    100 * ledger[round] / raw[round],
                    sustained[round],
                    (cpuNanos() - cpu) / leaves);
        }
        System.out.printf(
                "medians: raw %,.0f, durable %,.0f (%.0f %%), and in tiles %,.0f%n",
                median(raw), median(ledger), 100 * median(ledger) / median(raw), median(sustained));
        ticker.shutdownNow();
        kept.close(Duration.ofSeconds(10));
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private KeptLedger ledger() {
        return LedgerOpener.open(new LedgerSettings(
                new LedgerSettings.Places(folder.resolve("ledger"), folder.resolve("anchor"), "rate.example/ledger"),
                JournalSettings.STANDARD.withBatch(BATCH, Duration.ofMillis(50)),
                Disk.ofThisMachine(),
                Clock.systemUTC(),
                new SecureRandom(),
                Duration.ofSeconds(2),
                400,
                1_000_000,
                32));
    }

    private static ScheduledExecutorService ticker(KeptLedger ledger) {
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor();
        ticker.scheduleWithFixedDelay(ledger::tick, 100, 100, TimeUnit.MILLISECONDS);
        return ticker;
    }

    private static void disclose(KeptLedger ledger, int count) throws InterruptedException {
        CountDownLatch released = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            ledger.disclose(LedgerScene.PLATES, "camera-1", released::countDown);
        }
        released.await();
    }

    /** Leaves a second if nothing but their bytes were written. */
    private double raw() throws IOException {
        Entry leaf = new Leaves(new SecureRandom()).disclosure(LedgerScene.PLATES, "camera-1");
        byte[] batch = new byte[BATCH * (leaf.payload().length + FRAME)];
        Path file = folder.resolve("raw");
        Disk.ofThisMachine().preallocate(file, new byte[0], SEGMENT);
        long start;
        try (FileChannel channel = FileChannel.open(file, CREATE, WRITE)) {
            start = System.nanoTime();
            long at = 0;
            for (int written = 0; written < leaves; written += BATCH) {
                at = at + batch.length > SEGMENT ? 0 : at;
                channel.write(ByteBuffer.wrap(batch), at);
                channel.force(false);
                at += batch.length;
            }
        }
        double rate = leaves / ((System.nanoTime() - start) / 1e9);
        Files.delete(file);
        return rate;
    }

    private void paced(int seconds) throws InterruptedException, IOException {
        KeptLedger kept = ledger();
        ScheduledExecutorService ticker = ticker(kept);
        Watch watch = new Watch(folder.resolve("ledger/checkpoint"));
        int count = seconds * 10_000;
        long[] micros = new long[count];
        CountDownLatch released = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 100_000L;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int number = i;
            kept.disclose(LedgerScene.PLATES, "camera-1", () -> {
                micros[number] = (System.nanoTime() - due) / 1_000;
                released.countDown();
            });
        }
        released.await();
        double took = (System.nanoTime() - start) / 1e9;
        long longest = watch.stop();
        Arrays.sort(micros);
        System.out.printf(
                "paced: %,.0f leaves/s for %d s; from disclose to release median %,d us, 99 %% %,d us, longest %,d us; "
                        + "longest time between two checkpoints %,d ms%n",
                count / took, seconds, micros[count / 2], micros[count / 100 * 99], micros[count - 1], longest);
        ticker.shutdownNow();
        kept.close(Duration.ofSeconds(10));
    }

    private void open() {
        long start = System.nanoTime();
        KeptLedger kept = ledger();
        long opened = System.nanoTime();
        long entries = kept.verify().entries();
        System.out.printf(
                "start with %,d entries: %,d ms; verification of all: %,d ms%n",
                entries, (opened - start) / 1_000_000, (System.nanoTime() - opened) / 1_000_000);
        kept.close(Duration.ofSeconds(10));
    }

    /** Looks how long a checkpoint stays, every 5 ms. */
    private static final class Watch {
        private final AtomicLong longest = new AtomicLong();
        private final ScheduledExecutorService looker = Executors.newSingleThreadScheduledExecutor();
        private long lastNanos = System.nanoTime();
        private String last = "";

        Watch(Path checkpoint) {
            looker.scheduleAtFixedRate(() -> look(checkpoint), 0, 5, TimeUnit.MILLISECONDS);
        }

        private void look(Path checkpoint) {
            try {
                String now = Files.exists(checkpoint) ? Files.readString(checkpoint) : "";
                if (!now.equals(last)) {
                    longest.accumulateAndGet(System.nanoTime() - lastNanos, Math::max);
                    lastNanos = System.nanoTime();
                    last = now;
                }
            } catch (IOException e) {
                // Being replaced: the next look will do.
            }
        }

        long stop() {
            looker.shutdownNow();
            return longest.get() / 1_000_000;
        }
    }
}
