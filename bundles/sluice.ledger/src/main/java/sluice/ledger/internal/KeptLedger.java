package sluice.ledger.internal;

import java.time.Duration;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Ledger;

/** A ledger together with what its owner has to do for it. */
interface KeptLedger extends Ledger {
    /** It can not be written now. */
    String LEDGER_DOWN = Reason.LEDGER_DOWN.code();

    /** It was changed or lost something, and is not continued. */
    String LEDGER_BROKEN = "ledger-broken";

    /** The code of its trouble, if it has one. */
    String code();

    /** Seals what has ended. Called several times a second, by one thread. */
    void tick();

    /** Seals and writes what there is. */
    void close(Duration patience);
}
