package sluice.guard.internal.list;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What operators decided, on disk: {@code vendors/} and {@code approved.list} below {@code etc/sluice/guard}. Read at start; a change by hand
 * counts from the next start. Whoever changes one holds the monitor of this record.
 *
 * @param vendors whose signature is accepted
 * @param approvals which contents may run
 */
public record Lists(Vendors vendors, Approvals approvals) {
    /** Reads both; each line told is one that lets nobody in, and why. */
    public static Lists in(Path folder, Consumer<String> problems) {
        return new Lists(
                Vendors.in(folder.resolve("vendors"), problems),
                Approvals.in(folder.resolve("approved.list"), problems));
    }
}
