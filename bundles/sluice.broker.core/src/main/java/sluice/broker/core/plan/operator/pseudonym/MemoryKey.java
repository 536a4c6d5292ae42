package sluice.broker.core.plan.operator.pseudonym;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import sluice.broker.core.port.Keys.EpochKey;

/** A key that is in memory only, and ends with whoever holds it. */
public final class MemoryKey implements EpochKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    /** A key that nobody knows. */
    MemoryKey() {
        key = new byte[32];
        new SecureRandom().nextBytes(key);
    }

    /**
     * A key that somebody knows.
     *
     * @param key one byte or more
     */
    public MemoryKey(byte[] key) {
        this.key = key.clone();
    }

    @Override
    public byte[] derive(String use) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(use.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean isDestroyed() {
        return false;
    }

    /** It never is. */
    @Override
    public void whenDestroyed(Runnable forget) {}
}
