package sluice.broker.core.flow;

import sluice.broker.core.model.Label;

/** How a delivery becomes safe, strictest first. */
enum Handover {
    /** About a person: when its leaf in the ledger is on disk. */
    LEDGER,
    /** Anything between, which may rest on no disk: when it is in the recipient's queue, in memory. */
    MEMORY,
    /** Not personal, of a stream that is not: when it is in the spool, on disk. */
    SPOOL;

    /** Only what comes from a stream without personal information, and says nothing personal itself, may rest on a disk. */
    static Handover of(Label stream, Label observation) {
        if (observation.isPersonLevel()) {
            return LEDGER;
        }
        return stream.max(observation) == Label.NONPERSONAL ? SPOOL : MEMORY;
    }
}
