package sluice.guard.internal.roll;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.SynchronousBundleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.guard.Guest;
import sluice.guard.Guest.State;

/** Judges each bundle when it comes and when its content changes, tells it once, and takes back one that got further than it may. */
public final class Arrivals implements SynchronousBundleListener {
    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private final Roster roster;
    private final Herald herald;
    private final Sweeper sweeper;
    private final Runnable enforceSoon;
    private final Map<Long, Guest> told = new ConcurrentHashMap<>();

    /**
     * What watches the bundles.
     *
     * @param enforceSoon takes down, a moment later, who is admitted no more
     */
    public Arrivals(Roster roster, Herald herald, Sweeper sweeper, Runnable enforceSoon) {
        this.roster = roster;
        this.herald = herald;
        this.sweeper = sweeper;
        this.enforceSoon = enforceSoon;
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        switch (event.getType()) {
            case BundleEvent.INSTALLED, BundleEvent.UPDATED -> judge(bundle);
            case BundleEvent.RESOLVED, BundleEvent.STARTED, BundleEvent.LAZY_ACTIVATION -> takeBack(bundle);
            case BundleEvent.UNINSTALLED -> forget(bundle);
            default -> {}
        }
    }

    /** Asks again about every guest, and tells what is new. */
    public void judgeAll() {
        roster.guests().forEach(this::announce);
    }

    /** Tells about a guest that is not admitted: once, until the verdict is another. */
    private void announce(Guest guest) {
        Guest before = told.put(guest.bundleId(), guest);
        if (guest.state() == State.APPROVED || guest.equals(before)) {
            return;
        }
        boolean isWaiting = guest.state() == State.WAITING;
        String reason = isWaiting ? "" : guest.reasons().get(0);
        herald.tell(isWaiting ? "bundle-waiting" : "bundle-refused", Herald.details(guest, reason));
        if (isWaiting) {
            LOG.info("`{}` {} of `{}` waits for an approval", guest.name(), guest.version(), guest.signer());
        } else {
            LOG.warn("`{}` {} is refused: {}", guest.name(), guest.version(), reason);
        }
    }

    private void judge(Bundle bundle) {
        Optional<Guest> guest = roster.guest(bundle);
        if (guest.isPresent()) {
            announce(guest.get());
        } else {
            // Its name is the platform's from now on; no guest may have it, nor keep it.
            enforceSoon.run();
        }
    }

    private void takeBack(Bundle bundle) {
        if (roster.isAdmitted(bundle)) {
            return;
        }
        if (bundle.getState() != Bundle.RESOLVED) {
            try {
                bundle.stop(Bundle.STOP_TRANSIENT);
            } catch (BundleException | IllegalStateException e) {
                // Down already, or gone.
            }
        }
        sweeper.refresh(List.of(bundle), () -> {});
    }

    private void forget(Bundle bundle) {
        told.remove(bundle.getBundleId());
        roster.forget(bundle);
    }
}
