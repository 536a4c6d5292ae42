package sluice.guard.internal.roll;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Takes guests back to INSTALLED: stopped, and refreshed so that their classes are gone. A guest's own code may run in its stop and never come
 * back, so each is stopped on a thread that can be given up; one that does not stop is not refreshed, for that would hold up the framework.
 */
public final class Sweeper {
    /** The framework's thread for refreshing holds the framework's lock, which a stop on another thread would wait for. */
    private static final String REFRESHING = "FelixFrameworkWiring";

    private static final int AT_ONCE = 8;

    private final Bundle framework;

    /** Sweeps bundles of the framework that this context is of. */
    public Sweeper(BundleContext context) {
        framework = context.getBundle(0);
    }

    /** Whether there is something of a bundle to sweep: it has wires, or runs. */
    public static boolean isUp(Bundle bundle) {
        return (bundle.getState() & (Bundle.INSTALLED | Bundle.UNINSTALLED)) == 0;
    }

    /**
     * Stops and refreshes, and waits until both are done or the patience is over.
     *
     * @return those that did not stop in time
     */
    public List<Bundle> sweep(Collection<Bundle> bundles, int stopOptions, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Bundle> stubborn = stop(bundles, stopOptions, patience);
        List<Bundle> stopped = new ArrayList<>(bundles);
        stopped.removeAll(stubborn);
        if (framework.getState() == Bundle.STOPPING) {
            // Everything goes; the framework may refresh nothing any more.
            return stubborn;
        }
        CompletableFuture<Void> refreshed = new CompletableFuture<>();
        refresh(stopped, () -> refreshed.complete(null));
        if (!isRefreshing()) {
            await(refreshed, deadline);
        }
        return stubborn;
    }

    /** Refreshes on the framework's own thread, and tells when that is done; at once if there is nothing to do. */
    public void refresh(Collection<Bundle> bundles, Runnable done) {
        if (bundles.isEmpty()) {
            done.run();
            return;
        }
        framework.adapt(FrameworkWiring.class).refreshBundles(bundles, event -> done.run());
    }

    /** Stops, and tells which did not stop in time; one that does later is refreshed then. */
    public List<Bundle> stop(Collection<Bundle> bundles, int options, Duration patience) {
        List<Bundle> running = bundles.stream().filter(Sweeper::isRunning).toList();
        if (isRefreshing()) {
            running.forEach(bundle -> stop(bundle, options));
            return List.of();
        }
        long deadline = System.nanoTime() + patience.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, daemons());
        Map<Bundle, CompletableFuture<Void>> stops = new LinkedHashMap<>();
        running.forEach(bundle -> stops.put(bundle, CompletableFuture.runAsync(() -> stop(bundle, options), threads)));
        threads.shutdown();
        stops.values().forEach(stop -> await(stop, deadline));
        List<Bundle> stubborn = running.stream()
                .filter(bundle -> !requireNonNull(stops.get(bundle)).isDone())
                .toList();
        stubborn.forEach(bundle -> requireNonNull(stops.get(bundle)).thenRun(() -> refresh(List.of(bundle), () -> {})));
        return stubborn;
    }

    private static boolean isRunning(Bundle bundle) {
        return (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE | Bundle.STOPPING)) != 0;
    }

    private static void stop(Bundle bundle, int options) {
        try {
            bundle.stop(options);
        } catch (BundleException | IllegalStateException e) {
            // It is down all the same: the framework says so after the activator or a component threw, or when it is
            // gone.
        }
    }

    private static void await(CompletableFuture<Void> done, long deadline) {
        try {
            done.get(Math.max(0, deadline - System.nanoTime()), NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Whoever waits looks whether it is done.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isRefreshing() {
        return Thread.currentThread().getName().equals(REFRESHING);
    }

    private static ThreadFactory daemons() {
        return task -> {
            Thread thread = new Thread(task, "sluice-guard-stop");
            thread.setDaemon(true);
            return thread;
        };
    }
}
