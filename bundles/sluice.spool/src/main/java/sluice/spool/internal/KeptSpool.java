package sluice.spool.internal;

import java.time.Duration;
import java.util.List;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Spool;
import sluice.broker.core.port.Trouble;

/** A spool together with what its owner has to do for it. */
interface KeptSpool extends Spool {
    /** It can not be written now. */
    String SPOOL_DOWN = Reason.SPOOL_DOWN.code();

    /** A recipient stayed away until its oldest entries had to go. */
    String OVERFLOW = Reason.OVERFLOW.code();

    /** Entries on disk are not readable any more. */
    String SPOOL_DAMAGED = "spool-damaged";

    /** Everything that is wrong, also what does not keep it from being written. */
    List<Trouble> troubles();

    /** Writes cursors and deletes what all have had. Called several times a second, by one thread. */
    void tick();

    /** Writes what there is. */
    void close(Duration patience);
}
