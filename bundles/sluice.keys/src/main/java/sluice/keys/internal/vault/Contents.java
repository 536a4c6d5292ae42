package sluice.keys.internal.vault;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.broker.core.model.Epoch;
import sluice.broker.core.port.Keys;

/**
 * What the vault keeps.
 *
 * @param keys the live keys
 * @param closures which epochs never open again
 * @param closedUntil epochs that end by then never open again, whosever they are: what was there before is not known any more
 * @param notices what the ledger is still to be told
 */
public record Contents(List<Kept> keys, List<Closure> closures, Instant closedUntil, List<Notice> notices) {
    public static final Contents EMPTY = new Contents(List.of(), List.of(), Instant.EPOCH, List.of());

    public Contents {
        keys = List.copyOf(keys);
        closures = List.copyOf(closures);
        requireNonNull(closedUntil, "closedUntil is null");
        notices = List.copyOf(notices);
    }

    /**
     * A live key.
     *
     * @param name whose
     * @param epoch for how long
     * @param key 32 bytes; belongs to whoever has this
     */
    public record Kept(Keys.Name name, Epoch epoch, byte[] key) {}

    /**
     * Epochs of one name whose keys were destroyed.
     *
     * @param name whose
     * @param before epochs that begin before are closed
     * @param ahead beginnings of later ones that are closed too
     */
    public record Closure(Keys.Name name, Instant before, List<Instant> ahead) {
        public Closure {
            ahead = List.copyOf(ahead);
        }
    }

    /**
     * An event for the ledger.
     *
     * @param event its code
     * @param details names and numbers
     */
    public record Notice(String event, Map<String, String> details) {
        public Notice {
            details = new TreeMap<>(details);
        }
    }
}
