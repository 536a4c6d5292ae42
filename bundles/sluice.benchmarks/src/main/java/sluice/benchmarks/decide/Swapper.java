package sluice.benchmarks.decide;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import sluice.broker.core.model.PolicySet;

/** Swaps a town's policy set once a second for one in which one bound policy changed. */
final class Swapper implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final PolicySet[] sets;
    private int turn;

    Swapper(Town town, int pairs, int rules) {
        sets = new PolicySet[] {Plans.set(pairs, rules, 1), Plans.set(pairs, rules, 2)};
        thread.scheduleAtFixedRate(() -> town.router.activate(sets[turn++ & 1]), 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
