package sluice.metrics.internal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import sluice.broker.core.port.Trouble;

/**
 * How a part of the platform is.
 *
 * @param part which
 * @param level how bad it is
 * @param troubles why; empty if all is well
 */
record PartHealth(Part part, Level level, List<Trouble> troubles) {
    /** How bad it is, least first. */
    enum Level {
        /** All is well. */
        OK,
        /** Something does not run, and the rest does. */
        WARN,
        /** Nothing flows. */
        CRITICAL;

        Level max(Level other) {
            return compareTo(other) < 0 ? other : this;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    PartHealth {
        requireNonNull(part, "part is null");
        requireNonNull(level, "level is null");
        troubles = List.copyOf(troubles);
    }
}
