package sluice.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import sluice.broker.core.model.Epoch;
import sluice.broker.core.port.Keys;

/** A key for one epoch, found as {@code sluice.keys} finds it in the steady state: a look at a field and two comparisons. */
final class OneKey implements Keys, Keys.EpochKey {
    private final Epoch epoch = new Epoch(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
    private volatile boolean isDestroyed;

    @Override
    public Series series(Name name) {
        return instant -> !isDestroyed && epoch.holds(instant) ? this : Answer.No.OVER;
    }

    @Override
    public byte[] derive(String use) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
            return mac.doFinal(use.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean isDestroyed() {
        return isDestroyed;
    }

    @Override
    public void whenDestroyed(Runnable forget) {}
}
