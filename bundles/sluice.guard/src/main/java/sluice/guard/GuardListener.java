package sluice.guard;

import java.util.Map;

/**
 * Told what the guard does; a platform bundle registers one as a service and writes it into the ledger. Events from before the first listener
 * came are told to it first. Called on the thread that caused the event; must not block for long.
 */
public interface GuardListener {
    /**
     * Something happened: {@code guard-armed}, {@code guard-stopping} (told before anything is stopped), {@code guard-weakened},
     * {@code bundle-refused}, {@code bundle-waiting}, {@code bundle-approved}, {@code approval-withdrawn}, {@code vendor-added},
     * {@code vendor-revoked}.
     *
     * @param event its code
     * @param details names, digests, codes and numbers; nothing of a bundle's content
     */
    void event(String event, Map<String, String> details);
}
