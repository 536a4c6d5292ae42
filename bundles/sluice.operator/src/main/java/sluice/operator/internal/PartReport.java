package sluice.operator.internal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import sluice.broker.core.port.Trouble;

/**
 * What one part of the platform says of itself.
 *
 * @param part for example {@code ledger}
 * @param troubles what does not run; empty if all is well
 */
public record PartReport(String part, List<Trouble> troubles) {
    /** The code of a part that could not even say how it is. */
    static final String NO_ANSWER = "no-answer";

    public PartReport {
        requireNonNull(part, "part is null");
        troubles = List.copyOf(troubles);
    }

    /** Asks a source; one that throws, as a service that is being stopped may, is a trouble of its own. */
    public static PartReport of(Trouble.Source source) {
        String part = "unknown";
        try {
            part = source.part();
            return new PartReport(part, source.troubles());
        } catch (RuntimeException e) {
            String why = "it threw " + e.getClass().getName() + " when it was asked; the log says where";
            return new PartReport(part, List.of(new Trouble(NO_ANSWER, "part `" + part + "`", why)));
        }
    }
}
