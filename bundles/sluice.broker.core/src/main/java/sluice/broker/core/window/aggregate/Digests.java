package sluice.broker.core.window.aggregate;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import sluice.broker.core.model.ValueType;
import sluice.broker.core.port.SubjectDigest;
import sluice.broker.core.shape.Slots;

/**
 * 64-bit digests of values under a key that nobody else has and that ends with the window's memory: SipHash-2-4 of texts, the finaliser of
 * SplitMix64 of numbers. Among a million subjects two share a digest with a chance of 1 in 36 million, and then count once: too few, never too
 * many.
 */
public final class Digests {
    private final SubjectDigest.Key key;
    private final long secret;

    private Digests(SubjectDigest.Key key, long secret) {
        this.key = requireNonNull(key, "key is null");
        this.secret = secret;
    }

    /**
     * Digests under a new key.
     *
     * @return shared with nobody
     */
    public static Digests fresh() {
        SecureRandom random = new SecureRandom();
        byte[] bytes = new byte[SubjectDigest.KEY_LENGTH];
        random.nextBytes(bytes);
        return new Digests(new SubjectDigest.Key(bytes), random.nextLong());
    }

    /**
     * The digest of a text.
     *
     * @param text any
     * @return its digest
     */
    public long of(String text) {
        return key.digest("", text).high();
    }

    /**
     * The digest of a value that is there.
     *
     * @param from where it is
     * @param index its slot
     * @param type its type
     * @return its digest
     */
    public long of(Slots from, int index, ValueType type) {
        return type.isPrimitive() ? mix(from.getLong(index) ^ secret) : of(String.valueOf(from.getObject(index)));
    }

    /**
     * Spreads bits evenly: G. L. Steele, D. Lea, C. H. Flood, OOPSLA 2014.
     *
     * @param bits any
     * @return each of 2^64 once
     */
    public static long mix(long bits) {
        long z = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
