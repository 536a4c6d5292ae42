package sluice.operator.internal.text;

import sluice.broker.core.port.Ledger.Verification;
import sluice.operator.internal.Figures;

/** What a verification of the ledger found. */
public final class VerificationText {
    private VerificationText() {}

    /**
     * The answer of {@code sluice:ledger-verify}.
     *
     * @param found what was found
     * @return lines
     */
    public static String of(Verification found) {
        String entries = Figures.of(found.entries(), "entry").replace("entrys", "entries");
        String verdict = found.intact()
                ? "ledger intact: " + entries + " read, all lead to the signed checkpoint"
                : "LEDGER NOT INTACT: entry " + found.firstBadEntry() + " is not what the checkpoint says (" + entries
                        + " before it are)";
        return verdict + "\n" + (found.explanation().isEmpty() ? "" : "  " + Plain.of(found.explanation()) + "\n");
    }
}
