package sluice.metrics.internal;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import sluice.guard.Admission;
import sluice.guard.Armed;
import sluice.guard.Guest;

/** Writes what the guard counts: states and choke points, and no name of any bundle. */
final class GuardMetrics {
    private final Platform platform;
    private final Exposition page;

    GuardMetrics(Platform platform, Exposition page) {
        this.platform = platform;
        this.page = page;
    }

    void write() {
        Armed armed = platform.armed();
        boolean isWhole = armed != null && armed.missingLayers().isEmpty();
        page.family("sluice_guard_armed", "gauge", "1 while the guard is armed with all of its layers.")
                .sample(isWhole ? 1 : 0);
        Admission admission = platform.admission();
        if (admission != null) {
            writeGuests(admission);
        }
        if (armed != null) {
            writeAgent(armed);
            writeRefusals(armed);
        }
    }

    private void writeGuests(Admission admission) {
        Map<Guest.State, Integer> counts = new EnumMap<>(Guest.State.class);
        for (Guest.State state : Guest.State.values()) {
            counts.put(state, 0);
        }
        admission.guests().forEach(guest -> counts.merge(guest.state(), 1, Integer::sum));
        page.family(
                "sluice_guest_admission", "gauge", "Bundles that are no part of the platform, by what was decided.");
        counts.forEach(
                (state, count) -> page.sample(count, "state", state.name().toLowerCase(Locale.ROOT)));
    }

    private void writeAgent(Armed armed) {
        page.family("sluice_guard_unwoven", "gauge", "Classes with a choke point that could not be woven; 0 in health.")
                .sample(armed.unwoven());
        page.family("sluice_guard_start_seconds", "gauge", "What the agent cost at the start of the JVM.")
                .sample(armed.startMillis() / 1000.0);
    }

    private void writeRefusals(Armed armed) {
        page.family(
                "sluice_guard_refused_total",
                "counter",
                "What was refused to guests: class, or a choke point of the JDK.");
        new TreeMap<>(armed.refusals()).forEach((point, count) -> page.sample(count, "point", point));
    }
}
