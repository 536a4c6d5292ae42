package sluice.keys.internal;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Trouble;
import sluice.keys.internal.ring.KeyRing;
import sluice.keys.internal.ring.RingSettings;
import sluice.keys.internal.vault.Contents;
import sluice.keys.internal.vault.Vault;
import sluice.keys.internal.vault.VaultException;

/**
 * A ring of keys that tells the ledger what it does. The ledger also seals the number of the present wrap key, as it does a device's sequence: a
 * vault with a lower number than the ledger knows was restored from a backup.
 */
final class OpenKeys implements KeptKeys {
    static final String SEQUENCE = "sluice.keys wrap key";

    private static final Logger LOG = LoggerFactory.getLogger(OpenKeys.class);

    private final KeyRing ring;
    private final Ledger ledger;
    private long sealed;

    private OpenKeys(KeyRing ring, Ledger ledger) {
        this.ring = ring;
        this.ledger = ledger;
    }

    static KeptKeys open(KeysSettings settings, Ledger ledger, InstantSource clock) {
        long known = ledger.opening().sequences().getOrDefault(SEQUENCE, 0L);
        try {
            Vault vault = Vault.open(settings.vault(), known, clock.instant());
            OpenKeys keys = new OpenKeys(
                    new KeyRing(vault, new RingSettings(settings.grace(), clock, System::nanoTime)), ledger);
            keys.tick();
            return keys;
        } catch (VaultException e) {
            return new ClosedKeys(new Trouble(e.code(), "keys", e.why()));
        } catch (IOException e) {
            return new ClosedKeys(new Trouble(KEYS_DOWN, "keys", "can not open the keys: " + e.getMessage()));
        }
    }

    @Override
    public Series series(Name name) {
        return ring.series(name);
    }

    @Override
    public void tick() {
        List<Contents.Notice> notices = ring.tick();
        if (ledger.trouble().isEmpty()) {
            notices.forEach(notice -> ledger.event(notice.event(), notice.details()));
            ring.told(notices);
        }
        long generation = ring.generation();
        if (generation != sealed) {
            ledger.sequence(SEQUENCE, generation);
            sealed = generation;
        }
    }

    @Override
    public List<Trouble> troubles() {
        return ring.trouble().isEmpty() ? List.of() : List.of(new Trouble(KEYS_DOWN, "keys", ring.trouble()));
    }

    @Override
    public void close() {
        try {
            ring.close();
        } catch (IOException e) {
            LOG.warn("the keys' files could not be closed: {}", e.getMessage());
        }
    }
}
