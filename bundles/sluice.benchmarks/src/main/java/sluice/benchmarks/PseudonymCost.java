package sluice.benchmarks;

import static java.util.Objects.requireNonNull;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@link PseudonymBenchmark} in processor time of the thread, in turns with the bare block of AES: what a busy machine takes away from a
 * thread is in neither figure. One kind of pseudonym a run, so that the JVM compiles for it as it does for one policy.
 */
public final class PseudonymCost {
    private static final int CALLS = 300_000;
    private static final int WARM = 6;
    private static final int ROUNDS = 25;

    private static volatile @Nullable Object sink;

    private PseudonymCost() {}

    private interface Work {
        @Nullable
        Object run() throws GeneralSecurityException;
    }

    /**
     * Prints nanoseconds a call, lowest round and median, and the ratio of medians.
     *
     * @param arguments {@code city}, {@code sensor}, {@code trip} or {@code hmac}
     */
    public static void main(String[] arguments) throws GeneralSecurityException {
        PseudonymBenchmark benchmark = new PseudonymBenchmark();
        benchmark.prepare();
        Work text = work(benchmark, arguments[0]);
        double[] bare = new double[ROUNDS];
        double[] told = new double[ROUNDS];
        for (int round = -WARM; round < ROUNDS; round++) {
            double one = nanos(benchmark::bareAes);
            double other = nanos(text);
            if (round >= 0) {
                bare[round] = one;
                told[round] = other;
            }
        }
        requireNonNull(sink, "nothing was told");
        Arrays.sort(bare);
        Arrays.sort(told);
        System.out.printf(
                Locale.ROOT,
                "AES block %.0f (%.0f) ns, %s as text %.0f (%.0f) ns: %.2f times%n",
                bare[ROUNDS / 2],
                bare[0],
                arguments[0],
                told[ROUNDS / 2],
                told[0],
                told[ROUNDS / 2] / bare[ROUNDS / 2]);
    }

    private static Work work(PseudonymBenchmark benchmark, String name) {
        return switch (name) {
            case "city" -> benchmark::cityText;
            case "sensor" -> benchmark::sensorText;
            case "trip" -> benchmark::tripText;
            default -> benchmark::hmacText;
        };
    }

    private static double nanos(Work work) throws GeneralSecurityException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < CALLS; i++) {
            sink = work.run();
        }
        return (threads.getCurrentThreadCpuTime() - before) / (double) CALLS;
    }
}
