package sluice.guard.agent;

import java.util.function.DoubleSupplier;
import org.osgi.framework.Bundle;

/** The loops that {@link Cost} times, inside the JVM that has the agent. */
final class CostLoops {
    private static final int CALLS = 200_000;
    private static final int DEPTH = 40;

    private CostLoops() {}

    /** Microseconds for each class {@code many.C*} of a bundle, first load. */
    static double load(Bundle bundle, int classes) throws ClassNotFoundException {
        bundle.loadClass("many.C0");
        long start = System.nanoTime();
        for (int each = 1; each < classes; each++) {
            bundle.loadClass("many.C" + each);
        }
        return (System.nanoTime() - start) / 1000.0 / (classes - 1);
    }

    /** Microseconds for reading a system property, 40 frames deep. */
    static double property() {
        return deep(DEPTH, () -> timed(() -> System.getProperty("java.home").length()));
    }

    /** Microseconds for looking a method up, 40 frames deep. */
    static double reflection() {
        return deep(
                DEPTH,
                () -> timed(() -> {
                    try {
                        return String.class.getMethod("length").getParameterCount();
                    } catch (NoSuchMethodException e) {
                        return 1;
                    }
                }));
    }

    private static double deep(int depth, DoubleSupplier loop) {
        return depth == 0 ? loop.getAsDouble() : deep(depth - 1, loop);
    }

    private static double timed(java.util.function.IntSupplier call) {
        long sum = 0;
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            long start = System.nanoTime();
            for (int each = 0; each < CALLS / 10; each++) {
                sum += call.getAsInt();
            }
            best = Math.min(best, (System.nanoTime() - start) / 1000.0 / (CALLS / 10));
        }
        return sum == -1 ? -1 : best;
    }
}
