package sluice.keys.internal;

import java.util.List;
import sluice.broker.core.port.Keys;
import sluice.broker.core.port.Trouble;

/** Keys together with what their owner has to do for them. */
interface KeptKeys extends Keys {
    /** Keys can not be kept, or not be destroyed at rest. */
    String KEYS_DOWN = "keys-down";

    List<Trouble> troubles();

    /** Destroys what is over, and tells the ledger. Called about once a second, by one thread. */
    void tick();

    void close();
}
