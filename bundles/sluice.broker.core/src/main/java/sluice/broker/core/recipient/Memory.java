package sluice.broker.core.recipient;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import sluice.broker.core.model.Label;
import sluice.broker.core.plan.Ruling;

/** What an application remembers for one purpose, and how identifying all is that it was told for it; never seen for another purpose. */
final class Memory {
    private final AppState state = new AppState();
    private volatile Label told = Label.NONPERSONAL;
    private final Set<String> streams = ConcurrentHashMap.newKeySet();
    private volatile Duration retention = Duration.ofDays(365);

    AppState state() {
        return state;
    }

    /** The most identifying label that it may have been told since its state was last empty. */
    Label told() {
        return told;
    }

    /** The streams that it may have been told of since its state was last empty. */
    Set<String> streams() {
        return streams;
    }

    /** The shortest retention of any policy that it was ever bound by counts from now on, the highest label, and every stream. */
    synchronized void bound(Ruling.Permitted permitted, Set<String> told) {
        streams.addAll(told);
        this.told = this.told.max(permitted.label());
        Duration allowed = permitted.policy().retention();
        retention = allowed.compareTo(retention) < 0 ? allowed : retention;
    }

    void expire(Instant now) {
        state.expire(now, retention);
    }
}
