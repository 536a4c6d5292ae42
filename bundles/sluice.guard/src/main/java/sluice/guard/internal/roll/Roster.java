package sluice.guard.internal.roll;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;
import sluice.guard.Guest;
import sluice.guard.Guest.State;
import sluice.guard.internal.verdict.Judge;

/**
 * Who is who: the question that every hook asks, answered from memory. A standing holds for one revision, and until the next change of vendors,
 * approvals or reserved names. Takes no lock: hooks ask while the framework holds its own.
 */
public final class Roster {
    private static final int PLATFORM_STAYS = -1;

    private final BundleContext context;
    private final Judge judge;
    private final AtomicLong changes = new AtomicLong();
    private final Map<Long, Standing> standings = new ConcurrentHashMap<>();

    /** Nobody on it yet. */
    public Roster(BundleContext context, Judge judge) {
        this.context = context;
        this.judge = judge;
    }

    /**
     * What is known of a bundle.
     *
     * @param revision of which content
     * @param change after which change it was judged; platform bundles are not judged again
     * @param guest the verdict; none for a platform bundle
     */
    private record Standing(BundleRevision revision, long change, List<Guest> guest) {}

    /** Whether it is not the platform's. */
    public boolean isGuest(Bundle bundle) {
        return guest(bundle).isPresent();
    }

    /** The same of one content. */
    public boolean isGuest(BundleRevision revision) {
        return guest(revision).isPresent();
    }

    /** Whether it belongs to the platform or was approved. */
    public boolean isAdmitted(Bundle bundle) {
        return guest(bundle).map(guest -> guest.state() == State.APPROVED).orElse(true);
    }

    /** The same of one content. */
    public boolean isAdmitted(BundleRevision revision) {
        return guest(revision).map(guest -> guest.state() == State.APPROVED).orElse(true);
    }

    /** The verdict about a bundle's present content; empty for a bundle of the platform. */
    public Optional<Guest> guest(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        // An uninstalled bundle has no content any more; what is left of it answers for itself.
        return revision == null ? ofUninstalled(bundle) : guest(revision);
    }

    Optional<Guest> guest(BundleRevision revision) {
        long id = revision.getBundle().getBundleId();
        if (id == 0) {
            return Optional.empty();
        }
        Standing standing = standings.get(id);
        if (standing == null || !standing.revision().equals(revision) || isOutdated(standing)) {
            standing = stand(revision);
            standings.put(id, standing);
        }
        return standing.guest().stream().findFirst();
    }

    /** Every guest that is installed, by bundle id. */
    public List<Guest> guests() {
        return Arrays.stream(context.getBundles())
                .map(this::guest)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Vendors or approvals changed, or somebody was expelled. */
    public void changed() {
        changes.incrementAndGet();
    }

    void expel(Guest guest, String reason) {
        judge.expel(guest.digest(), reason);
        changed();
    }

    void forget(Bundle bundle) {
        standings.remove(bundle.getBundleId());
    }

    private Optional<Guest> ofUninstalled(Bundle bundle) {
        Standing last = standings.get(bundle.getBundleId());
        return last == null ? Optional.empty() : last.guest().stream().findFirst();
    }

    private boolean isOutdated(Standing standing) {
        return standing.change() != PLATFORM_STAYS && standing.change() != changes.get();
    }

    private Standing stand(BundleRevision revision) {
        long change = changes.get();
        if (judge.isPlatform(revision)) {
            String name = revision.getSymbolicName();
            if (name != null && judge.reserve(name)) {
                changed();
            }
            return new Standing(revision, PLATFORM_STAYS, List.of());
        }
        return new Standing(revision, change, List.of(judge.judge(revision)));
    }
}
