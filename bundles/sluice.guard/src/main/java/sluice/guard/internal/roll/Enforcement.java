package sluice.guard.internal.roll;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.guard.internal.list.Texts;

/** Brings what runs in line with what was decided. */
public final class Enforcement {
    private static final Logger LOG = LoggerFactory.getLogger(Enforcement.class);
    private static final Duration STOP_PATIENCE = Duration.ofMillis(900);
    private static final long START_PATIENCE_SECONDS = 10;

    private final BundleContext context;
    private final Roster roster;
    private final Sweeper sweeper;
    private final Arrivals arrivals;
    private final AtomicBoolean isDue = new AtomicBoolean();
    private final ExecutorService later = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "sluice-guard");
        thread.setDaemon(true);
        return thread;
    });

    /** One that does nothing by itself. */
    public Enforcement(BundleContext context, Roster roster, Sweeper sweeper, Arrivals arrivals) {
        this.context = context;
        this.roster = roster;
        this.sweeper = sweeper;
        this.arrivals = arrivals;
    }

    /**
     * Takes down every guest that is up and not admitted, for good, and tells about every new verdict. Within a second.
     *
     * @return how many went down
     */
    public int enforce() {
        List<Bundle> unwanted =
                guestsUp().stream().filter(bundle -> !roster.isAdmitted(bundle)).toList();
        List<Bundle> stubborn = sweeper.sweep(unwanted, 0, STOP_PATIENCE);
        stubborn.forEach(bundle -> LOG.error(
                "`{}` does not stop; it gets no more services and classes: restart", bundle.getSymbolicName()));
        arrivals.judgeAll();
        return unwanted.size() - stubborn.size();
    }

    /** The same a moment later, on another thread. */
    public void enforceSoon() {
        if (isDue.compareAndSet(false, true)) {
            later.execute(() -> {
                isDue.set(false);
                enforce();
            });
        }
    }

    /** Takes a guest down that registered what it had no business with. Called in the middle of that, so that the rest happens a moment later. */
    public void expel(Bundle bundle, String type) {
        roster.guest(bundle).ifPresent(guest -> {
            roster.expel(guest, Texts.line(type));
            enforceSoon();
        });
    }

    /** Every guest that has wires or runs. */
    public List<Bundle> guestsUp() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> Sweeper.isUp(bundle) && roster.isGuest(bundle))
                .toList();
    }

    /**
     * Starts the guests of a content, persistently. Code of theirs may run in that and not come back.
     *
     * @return whether all of them run
     */
    public boolean start(String digest) {
        boolean isUp = true;
        for (Bundle bundle : context.getBundles()) {
            if (roster.guest(bundle)
                    .filter(guest -> guest.digest().equals(digest))
                    .isPresent()) {
                isUp &= startSoon(bundle);
            }
        }
        return isUp;
    }

    /** Starts what was running when the guard was stopped, unless the framework gets there by itself. */
    public void resume() {
        for (Bundle bundle : context.getBundles()) {
            if (roster.isGuest(bundle) && roster.isAdmitted(bundle) && StartLevels.isDue(context, bundle)) {
                later.execute(() -> start(bundle));
            }
        }
    }

    private boolean startSoon(Bundle bundle) {
        Future<Boolean> start = later.submit(() -> start(bundle));
        try {
            return start.get(START_PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean start(Bundle bundle) {
        try {
            bundle.start(Bundle.START_ACTIVATION_POLICY);
            return bundle.getState() == Bundle.ACTIVE;
        } catch (BundleException | IllegalStateException e) {
            LOG.warn("`{}` does not start: {}", bundle.getSymbolicName(), Texts.line(String.valueOf(e.getMessage())));
            return false;
        }
    }
}
