package sluice.keys.internal.ring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Epoch;
import sluice.broker.core.port.Keys;
import sluice.keys.internal.vault.Contents;

/** One key for as long as it lives. Safe for several threads. */
final class LiveKey implements Keys.EpochKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int ID_BYTES = 16;

    private final Keys.Name name;
    private final Epoch epoch;
    private final byte[] key;
    private final long bornNanos;
    private final String id;
    private final List<Runnable> told = new ArrayList<>();
    private volatile boolean isDestroyed;

    LiveKey(Contents.Kept kept, long bornNanos) {
        this.name = kept.name();
        this.epoch = kept.epoch();
        this.key = kept.key();
        this.bornNanos = bornNanos;
        this.id = HexFormat.of().formatHex(hmac(key, "id".getBytes(UTF_8)), 0, ID_BYTES);
    }

    Keys.Name name() {
        return name;
    }

    Epoch epoch() {
        return epoch;
    }

    /** Nanoseconds of the process's own time since it was made or read. */
    long ageNanos(long nowNanos) {
        return nowNanos - bornNanos;
    }

    /** Whoever has the key can compute it, and nobody gets from it to the key: names the key in the ledger. */
    String id() {
        return id;
    }

    Contents.Kept kept() {
        return new Contents.Kept(name, epoch, key);
    }

    boolean isFor(Instant instant) {
        return !isDestroyed && epoch.holds(instant);
    }

    @Override
    public synchronized byte @Nullable [] derive(String use) {
        return isDestroyed ? null : hmac(key, ("use " + use).getBytes(UTF_8));
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean isDestroyed() {
        return isDestroyed;
    }

    @Override
    public void whenDestroyed(Runnable forget) {
        synchronized (this) {
            if (!isDestroyed) {
                told.add(forget);
                return;
            }
        }
        forget.run();
    }

    /** Overwrites it, and has everything forgotten that was derived from it. */
    void destroy() {
        List<Runnable> tell;
        synchronized (this) {
            isDestroyed = true;
            Arrays.fill(key, (byte) 0);
            tell = List.copyOf(told);
            told.clear();
        }
        tell.forEach(Runnable::run);
    }
}
