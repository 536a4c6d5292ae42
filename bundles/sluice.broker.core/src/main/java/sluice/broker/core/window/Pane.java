package sluice.broker.core.window;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One window while it is open. Belongs to its {@link Tumbling}, which lets one thread in at a time. */
interface Pane {
    /** Takes a record in; false if there is no room for it, and then the whole window can not be told any more. */
    boolean take(Incoming incoming);

    /** How many records it took in. */
    long taken();

    /** What may be told of it, in an order that says nothing; null if there is no room to find out. */
    @Nullable
    Shown close(RandomGenerator random);

    /** Forgets everything and gives its memory back. */
    void free();
}
