package sluice.devices;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * What an import did, or in a dry run would do.
 *
 * @param added ids of new devices
 * @param changed ids of devices that were registered otherwise before
 * @param unchanged ids of devices that were registered just so
 * @param refused lines that were left out, in order
 * @param secrets id to new secret, for devices with an {@code http:} address that had none; to be shown once; empty in a dry run
 */
public record ImportReport(
        List<String> added,
        List<String> changed,
        List<String> unchanged,
        List<RefusedLine> refused,
        Map<String, String> secrets) {
    public ImportReport {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
        refused = List.copyOf(refused);
        secrets = Map.copyOf(secrets);
    }

    /** Counts; never a secret. */
    @Override
    public String toString() {
        return "added " + added.size() + ", changed " + changed.size() + ", unchanged " + unchanged.size()
                + ", refused " + refused.size();
    }

    /**
     * A line that was left out.
     *
     * @param line counted from 1, the header included
     * @param code as listed in {@code docs/reference/error-codes.md}
     * @param why for the operator
     */
    public record RefusedLine(int line, String code, String why) {
        public RefusedLine {
            requireNonNull(code, "code is null");
            requireNonNull(why, "why is null");
        }

        @Override
        public String toString() {
            return "line " + line + ": " + why;
        }
    }
}
