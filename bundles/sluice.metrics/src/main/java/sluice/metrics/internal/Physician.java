package sluice.metrics.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.Trouble;
import sluice.metrics.internal.PartHealth.Level;

/**
 * Judges how each part is, from what the parts say of themselves. Critical is what stops every flow. A trouble of one guest, flow or device
 * is a warning, even if the broker reports it: that an application is refused is the broker at work.
 */
final class Physician {
    /** The code of a part that is not there. */
    static final String NOT_RUNNING = "not-running";

    private static final Set<Reason> STOP_EVERY_FLOW =
            EnumSet.of(Reason.LEDGER_DOWN, Reason.SPOOL_DOWN, Reason.STOPPING);

    /** That the guard keeps somebody out is the guard at work. */
    private static final Set<String> GUARD_AT_WORK = Set.of("bundle-refused", "bundle-waiting");

    /** That one application waits for its state stops no other. */
    private static final Set<String> ONE_GUEST_WAITS = Set.of(Store.DOWN);

    private final Platform platform;

    Physician(Platform platform) {
        this.platform = platform;
    }

    /** How every part is. */
    List<PartHealth> all() {
        return Part.all().stream().map(this::of).toList();
    }

    /** How one part is. */
    PartHealth of(Part part) {
        if (part.isRequired() && !isHere(part)) {
            String why = "no bundle provides it; `bundle:list` and `bundle:diag` say which is missing";
            return new PartHealth(part, Level.CRITICAL, List.of(new Trouble(NOT_RUNNING, part.toString(), why)));
        }
        List<Trouble> troubles = troublesOf(part);
        Level level = troubles.stream().map(t -> levelOf(part, t)).reduce(Level.OK, Level::max);
        return new PartHealth(part, level, troubles);
    }

    private boolean isHere(Part part) {
        return switch (part) {
            case BROKER -> platform.broker() != null;
            case LEDGER -> platform.ledger() != null;
            default -> platform.reports().stream().anyMatch(r -> r.part().equals(part.toString()));
        };
    }

    private List<Trouble> troublesOf(Part part) {
        List<Trouble> troubles = new ArrayList<>();
        for (Trouble.Report report : platform.reports()) {
            if (report.part().equals(part.toString())) {
                troubles.addAll(report.troubles());
            }
        }
        Ledger ledger = platform.ledger();
        if (part == Part.LEDGER
                && ledger != null
                && troubles.isEmpty()
                && !ledger.trouble().isEmpty()) {
            troubles.add(new Trouble(Reason.LEDGER_DOWN.code(), "ledger", ledger.trouble()));
        }
        return troubles;
    }

    private static Level levelOf(Part part, Trouble trouble) {
        if (part == Part.GUARD && GUARD_AT_WORK.contains(trouble.code())
                || part == Part.BROKER && ONE_GUEST_WAITS.contains(trouble.code())) {
            return Level.WARN;
        }
        boolean isCritical = Arrays.stream(Reason.values())
                .filter(reason -> reason.code().equals(trouble.code()))
                .findFirst()
                .map(STOP_EVERY_FLOW::contains)
                .orElse(part.isCritical()); // a code of no known reason: in doubt it is bad
        return isCritical ? Level.CRITICAL : Level.WARN;
    }
}
