package sluice.broker.core.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import sluice.broker.core.model.Epoch;
import sluice.broker.core.port.Keys;

/**
 * Keys that everybody knows, for rehearsals and tests: the same name and epoch give the same pseudonyms each time, so that they can be written
 * down as what is expected. They protect nothing.
 */
public final class RehearsalKeys implements Keys {
    private static final String ALGORITHM = "HmacSHA256";

    private final Map<Name, Map<Epoch, EpochKey>> keys = new ConcurrentHashMap<>();

    /** A key that is made of its name. */
    private record Known(String name) implements EpochKey {
        @Override
        public byte[] derive(String use) {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(name.getBytes(UTF_8), ALGORITHM));
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

    @Override
    public Series series(Name name) {
        Map<Epoch, EpochKey> epochs = keys.computeIfAbsent(requireNonNull(name, "name is null"), any -> new ConcurrentHashMap<>());
        return instant -> epochs.computeIfAbsent(name.rule().at(instant), epoch -> new Known(words(name, epoch)));
    }

    private static String words(Name name, Epoch epoch) {
        return String.join(
                "\n", name.recipient(), name.domain(), name.rule().toString(), epoch.from().toString());
    }
}
