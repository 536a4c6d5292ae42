package sluice.ledger.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** Measures disclosures with the default configuration, and opening what came of it. Arguments: folder, number of disclosures. */
final class DisclosureRate {
    private DisclosureRate() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = arguments.length > 0 ? Path.of(arguments[0]) : Files.createTempDirectory("disclosure-rate");
        int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300_000;
        KeptLedger ledger = new LedgerScene(folder).open();
        System.out.printf("disclosures: %,.0f/s%n", count / seconds(ledger, count));
        System.out.printf("second time: %,.0f/s%n", count / seconds(ledger, count));
        long[] micros = openings(ledger);
        System.out.printf("open(second): median %,d us, 99 %% %,d us%n", micros[500], micros[990]);
        ledger.close(Duration.ofSeconds(5));
        long start = System.nanoTime();
        KeptLedger again = new LedgerScene(folder).open();
        System.out.printf(
                "start with %,d entries: %,d ms%n", again.verify().entries(), (System.nanoTime() - start) / 2_000_000);
        again.close(Duration.ofSeconds(5));
    }

    private static double seconds(KeptLedger ledger, int count) throws InterruptedException {
        CountDownLatch released = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            ledger.disclose(LedgerScene.PLATES, "camera-1", released::countDown);
        }
        released.await();
        return (System.nanoTime() - start) / 1e9;
    }

    private static long[] openings(KeptLedger ledger) {
        long[] micros = new long[1_000];
        for (int i = 0; i < micros.length; i++) {
            long start = System.nanoTime();
            ledger.open(2_000 + i);
            micros[i] = (System.nanoTime() - start) / 1_000;
        }
        Arrays.sort(micros);
        return micros;
    }
}
