package sluice.store.internal;

import java.util.List;
import sluice.broker.core.port.Store;
import sluice.broker.core.port.Trouble;
import sluice.store.StoreKeeper;

/** A store together with what its owner has to do for it. */
interface KeptStore extends Store, StoreKeeper, AutoCloseable {
    /** Records or keys are past their deadline and still there. */
    String OVERDUE = "store-overdue";

    /** Records that are in use can not be opened. */
    String UNREADABLE = "store-unreadable";

    /** The keys of records were written under another master key. */
    String WRONG_KEY = "store-wrong-key";

    /** Everything that is wrong. */
    List<Trouble> troubles();

    /** Sweeps and counts, when it is time to. Called about once a second, by one thread. */
    void tick();

    /** Ends after the present commit. */
    @Override
    void close();
}
