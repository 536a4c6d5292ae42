package sluice.benchmarks.decide;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;

/**
 * The ratios that the project promises, in one JVM and in turns, by the processor time of the measuring thread: a neighbour who takes the
 * processor away takes no time that is counted here. JMH says what something costs; this says what it costs more than something else, on a
 * machine that is not quiet.
 */
public final class Ratios {
    private static final int ROUNDS = 41;
    private static final long ROUND_NANOS = 20_000_000;

    private final PrintStream out = System.out;
    private int sink;

    private Ratios() {}

    /** Something that is done many times. */
    @FunctionalInterface
    private interface Work {
        int run();
    }

    /**
     * Prints the ratios.
     *
     * @param words none
     */
    public static void main(String[] words) {
        Ratios ratios = new Ratios();
        ratios.decisions();
        ratios.sizes();
        ratios.shapes();
        ratios.others();
        ratios.out.println("# " + ratios.sink);
    }

    private void decisions() {
        DecisionBenchmark thousand = prepared(1_000, 1_000, true);
        compare(
                "decision / empty look-up, 1,000 pairs, a swap a second",
                () -> code(thousand.decide()),
                thousand::lookUp);
        thousand.end();
    }

    private void sizes() {
        DecisionBenchmark few = prepared(200, 200, false);
        DecisionBenchmark many = prepared(200, 20_000, false);
        compare("decision, 200 pairs, 20,000 rules / 200 rules", () -> code(many.decide()), () -> code(few.decide()));
    }

    private void shapes() {
        for (int components : new int[] {8, 16, 32}) {
            ShapeBenchmark shape = new ShapeBenchmark();
            shape.components = components;
            shape.prepare();
            compare(
                    "minimise / by hand, " + components + " components",
                    () -> shape.minimise().present(),
                    () -> shape.byHand().present());
        }
    }

    private void others() {
        DecisionBenchmark few = prepared(200, 200, false);
        against(new CasbinBenchmark(), few);
        ServiceLoader.load(OtherEngine.class).forEach(engine -> against(engine, few));
    }

    private void against(OtherEngine engine, DecisionBenchmark few) {
        engine.read(Triple.permitted(OtherEngine.RULES));
        compare(engine.name() + ", 200 rules / decision", () -> engine.enforce() ? 1 : 0, () -> code(few.decide()));
        engine.read(Triple.mostAskedFirst(OtherEngine.RULES));
        compare(engine.name() + ", most asked first", () -> engine.enforce() ? 1 : 0, () -> code(few.decide()));
    }

    private static int code(@Nullable Reason reason) {
        return reason == null ? 0 : 1;
    }

    private static DecisionBenchmark prepared(int pairs, int rules, boolean swaps) {
        DecisionBenchmark benchmark = new DecisionBenchmark();
        benchmark.pairs = pairs;
        benchmark.rules = rules;
        benchmark.swaps = swaps;
        benchmark.prepare();
        return benchmark;
    }

    private void compare(String what, Work one, Work other) {
        int ofOne = calibrated(one);
        int ofOther = calibrated(other);
        double[] ones = new double[ROUNDS];
        double[] others = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ones[round] = nanos(one, ofOne);
            others[round] = nanos(other, ofOther);
        }
        Arrays.sort(ones);
        Arrays.sort(others);
        out.printf(
                "%-60s medians %.1f ns / %.1f ns = %.2f; lowest %.1f / %.1f = %.2f%n",
                what,
                ones[ROUNDS / 2],
                others[ROUNDS / 2],
                ones[ROUNDS / 2] / others[ROUNDS / 2],
                ones[0],
                others[0],
                ones[0] / others[0]);
        out.flush();
    }

    /** How many times fill a round, once it is warm. */
    private int calibrated(Work work) {
        int times = 16;
        double each = nanos(work, times);
        for (int i = 0; i < 60; i++) {
            times = (int) Math.max(16, Math.min(ROUND_NANOS / Math.max(0.1, each), 100_000_000));
            each = nanos(work, times);
        }
        return times;
    }

    private double nanos(Work work, int times) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            sink += work.run();
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / (double) times;
    }
}
