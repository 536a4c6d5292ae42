package sluice.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * {@link WindowBenchmark} in processor time of the thread, in turns: what a busy machine takes away from a thread is in no figure. The number of
 * subjects is the argument.
 */
public final class WindowCost {
    private static final int CALLS = 300_000;
    private static final int WARM = 10;
    private static final int ROUNDS = 31;

    private static volatile long sink;

    private WindowCost() {}

    /**
     * Prints nanoseconds a call, median and lowest round, and the ratio of medians.
     *
     * @param arguments how many subjects, for example 100000
     */
    public static void main(String[] arguments) {
        WindowBenchmark benchmark = new WindowBenchmark();
        benchmark.subjects = Integer.parseInt(arguments[0]);
        benchmark.prepare();
        LongSupplier bare = benchmark::bareCounter;
        LongSupplier update = () -> benchmark.windowUpdate() == null ? 1 : 0;
        LongSupplier digest = benchmark::digestOfPlate;
        double[][] nanos = new double[3][ROUNDS];
        for (int round = -WARM; round < ROUNDS; round++) {
            double[] one = {nanos(bare), nanos(update), nanos(digest)};
            for (int i = 0; i < one.length && round >= 0; i++) {
                nanos[i][round] = one[i];
            }
        }
        for (double[] one : nanos) {
            Arrays.sort(one);
        }
        System.out.printf(
                Locale.ROOT,
                "bare counter %.0f (%.0f) ns, window's update %.0f (%.0f) ns: %.2f times; digest of a plate %.0f (%.0f) ns%n",
                nanos[0][ROUNDS / 2],
                nanos[0][0],
                nanos[1][ROUNDS / 2],
                nanos[1][0],
                nanos[1][ROUNDS / 2] / nanos[0][ROUNDS / 2],
                nanos[2][ROUNDS / 2],
                nanos[2][0]);
    }

    private static double nanos(LongSupplier work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        long sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += work.getAsLong();
        }
        sink = sum;
        return (threads.getCurrentThreadCpuTime() - before) / (double) CALLS;
    }
}
