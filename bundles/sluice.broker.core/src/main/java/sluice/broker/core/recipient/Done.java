package sluice.broker.core.recipient;

import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;

/**
 * What came of one call into an application.
 *
 * @param prepared the effects to carry out; null if there are none to
 * @param reason why not; null if it went well
 */
record Done(@Nullable Prepared prepared, @Nullable Reason reason) {
    static Done well(Prepared prepared) {
        return new Done(prepared, null);
    }

    static Done not(Reason reason) {
        return new Done(null, reason);
    }

    /** Whether the platform, or the application's stay, ended before the call could be made. */
    boolean isOver() {
        return reason == Reason.STOPPING;
    }
}
