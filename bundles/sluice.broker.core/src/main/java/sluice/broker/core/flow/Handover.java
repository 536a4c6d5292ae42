package sluice.broker.core.flow;

import sluice.broker.core.model.Label;

/** How a delivery becomes safe. */
enum Handover {
    /** About a person: when its leaf in the ledger is on disk. */
    LEDGER,
    /** Not personal, of a stream that is not: when it is in the spool, on disk. */
    SPOOL,
    /** Anything between: when it is in the recipient's queue, in memory. */
    MEMORY;

    /** Only what comes from a stream without personal information, and says nothing personal itself, may rest on a disk. */
    static Handover of(Label stream, Label observation) {
        if (observation.isPersonLevel()) {
            return LEDGER;
        }
        return stream.max(observation) == Label.NONPERSONAL ? SPOOL : MEMORY;
    }
}
