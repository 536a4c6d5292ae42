package sluice.benchmarks.decide;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import sluice.broker.core.model.PolicySet;

/** How much memory a bound plan holds: heap and metaspace of many, less those of few. */
public final class PlanSize {
    private static final int FEW = 1_000;
    private static final int MANY = 10_000;

    private PlanSize() {}

    /**
     * Prints bytes a plan.
     *
     * @param words none
     */
    public static void main(String[] words) {
        PrintStream out = System.out;
        Town few = new Town(FEW, FEW);
        long heap = heap();
        long metaspace = metaspace();
        Town many = new Town(MANY, MANY);
        long heapOfMany = heap() - heap;
        long metaspaceOfMany = metaspace() - metaspace;
        out.printf(
                "%d bindings with policies, meters, record classes: heap %d B, metaspace %d B each%n",
                MANY, heapOfMany / MANY, metaspaceOfMany / MANY);
        many.router.activate(PolicySet.EMPTY);
        long dropped = heap() - heap;
        out.printf(
                "without their routes and policies: heap %d B, metaspace %d B; so a plan with its policy holds %d B%n",
                dropped / MANY, (metaspace() - metaspace) / MANY, (heapOfMany - dropped) / MANY);
        out.println(few.binding(0).flow().recipient() + ", " + many.reading(0).source());
    }

    private static long heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getName().equals("Metaspace") || pool.getName().contains("Class Space"))
                .mapToLong(pool -> pool.getUsage().getUsed())
                .sum();
    }
}
