package sluice.broker.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import sluice.broker.core.port.Trouble;
import sluice.guard.Admission;
import sluice.guard.Armed;
import sluice.guard.Guest;

/** Speaks for the guard, above all when it is not there to do so itself: red when it is not armed, and who was not let in. */
@Component(service = Trouble.Source.class)
public final class GuardTroubles implements Trouble.Source {
    /** As much of a digest as tells two bundles apart and can be typed. */
    private static final int SHORT_DIGEST = 12;

    private static final int MAX_NAME = 100;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Armed armed;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Admission admission;

    @Override
    public String part() {
        return "guard";
    }

    @Override
    public List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        ofGuard(armed).ifPresent(troubles::add);
        Admission decided = admission;
        if (decided != null) {
            decided.guests().forEach(guest -> ofGuest(guest).ifPresent(troubles::add));
        }
        return troubles;
    }

    static Optional<Trouble> ofGuard(@Nullable Armed armed) {
        if (armed == null) {
            String why =
                    "it is not armed, so no guest may run and the broker does not start; `bundle:list` says whether"
                            + " `sluice.guard` runs, the log why not";
            return Optional.of(new Trouble("guard-down", "guard", why));
        }
        if (!armed.missingLayers().isEmpty()) {
            String why = "a laboratory: without its layers `" + String.join(" ", armed.missingLayers())
                    + "`; start without `layers=`";
            return Optional.of(new Trouble("guard-weakened", "guard", why));
        }
        return armed.unwoven() == 0 ? Optional.empty() : Optional.of(unwoven(armed.unwoven()));
    }

    private static Trouble unwoven(int classes) {
        String why = classes + " classes of the JDK or of the framework have a choke point that could not be woven; run"
                + " the JDK that the release names, and tell its authors";
        return new Trouble("guard-incomplete", "guard", why);
    }

    static Optional<Trouble> ofGuest(Guest guest) {
        String name = guest.name().length() > MAX_NAME ? guest.name().substring(0, MAX_NAME) : guest.name();
        String what = "bundle `" + name + "` (" + guest.bundleId() + ")";
        return switch (guest.state()) {
            case APPROVED -> Optional.empty();
            case WAITING -> Optional.of(new Trouble("bundle-waiting", what, waiting(guest)));
            case REFUSED -> Optional.of(new Trouble("bundle-refused", what, refused(guest)));
        };
    }

    private static String waiting(Guest guest) {
        String digest = guest.digest();
        return "well signed by `" + guest.signer() + "`, and waits for somebody to let it run; `sluice:approve "
                + digest.substring(0, Math.min(SHORT_DIGEST, digest.length())) + "` does";
    }

    private static String refused(Guest guest) {
        List<String> reasons = guest.reasons();
        String first = reasons.isEmpty() ? "no reason is given" : reasons.get(0);
        return first + "; `sluice:admission " + guest.bundleId() + "` shows "
                + (reasons.size() > 1 ? "all " + reasons.size() + " reasons" : "its record");
    }
}
