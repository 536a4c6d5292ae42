package sluice.broker.core.plan.worker;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Keys.EpochKey;

/**
 * What belongs to one thread that applies operators: where the present record is from, scratch space, and a cipher for each key that it met.
 * Not to be shared by threads. Makes no object in the steady state.
 */
public final class Worker {
    private final Map<EpochKey, Prf> prfs = new IdentityHashMap<>();
    private final Message message = new Message();
    private final byte[] block = new byte[Prf.BLOCK];
    private final TextWriter text = new TextWriter();
    private String source = "";
    private Instant observedAt = Instant.EPOCH;
    private @Nullable Reason refusal;
    private @Nullable EpochKey lastKey;
    private @Nullable Prf lastPrf;

    /**
     * Takes up a record for one recipient.
     *
     * @param source id of the device, or symbolic name of the application, that it is from
     * @param observedAt when it was observed
     */
    public void take(String source, Instant observedAt) {
        this.source = requireNonNull(source, "source is null");
        this.observedAt = requireNonNull(observedAt, "observedAt is null");
        refusal = null;
    }

    /**
     * Where the present record is from.
     *
     * @return id of the device, or symbolic name of the application
     */
    public String source() {
        return source;
    }

    /**
     * When the present record was observed.
     *
     * @return any instant
     */
    public Instant observedAt() {
        return observedAt;
    }

    /**
     * Refuses the present record for its recipient: an operator could not do what the policy asks for.
     *
     * @param reason under which it is counted; the first one counts
     */
    public void refuse(Reason reason) {
        refusal = refusal == null ? reason : refusal;
    }

    /**
     * Whether an operator refused the present record.
     *
     * @return why, or null if none did
     */
    public @Nullable Reason refusal() {
        return refusal;
    }

    /**
     * A message to build.
     *
     * @return the worker's own, empty
     */
    public Message message() {
        message.clear();
        return message;
    }

    /**
     * What becomes of a message under a key: the first 128 bits of nothing else than these two.
     *
     * @param key the key
     * @param whole the message; used up
     * @return the worker's own 16 bytes, good until the next call; null if the key is destroyed
     */
    public byte @Nullable [] sealed(EpochKey key, Message whole) {
        return prf(key).apply(whole, block) ? block : null;
    }

    /**
     * Bytes as a text of 16 characters.
     *
     * @param bytes the first 12 of them count
     * @return new
     */
    public String text(byte[] bytes) {
        return text.of(bytes);
    }

    private Prf prf(EpochKey key) {
        Prf prf = lastPrf;
        if (prf == null || key != lastKey) {
            prf = prfs.get(key);
            if (prf == null) {
                prf = learn(key);
            }
            lastKey = key;
            lastPrf = prf;
        }
        return prf;
    }

    private Prf learn(EpochKey key) {
        prfs.keySet().removeIf(EpochKey::isDestroyed);
        Prf prf = Prf.of(key);
        prfs.put(key, prf);
        return prf;
    }
}
