package sluice.broker.core.plan.operator.kind;

import java.time.Instant;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/** Holds back whole records for one recipient. May keep a bounded memory; safe for several threads. */
@FunctionalInterface
public interface Screen {
    /**
     * Whether a record goes on.
     *
     * @param reading its classified values
     * @param source id of the device, or symbolic name of the application, that it is from
     * @param chance 64 bits that are the same whenever the reading comes again, and evenly spread over readings
     * @param now the platform's time
     * @return false if it is held back
     */
    boolean passes(Slots reading, String source, long chance, Instant now);

    /**
     * The screen for readings of one shape, where it looks at their fields. What it remembers is one, whatever the shape.
     *
     * @param reading the shape of the source's record
     * @return this, if it looks at none
     */
    default Screen linkedTo(Shape reading) {
        return this;
    }

    /**
     * Whether what it remembers of earlier records matters.
     *
     * @return false if a new one would do the same
     */
    default boolean remembers() {
        return false;
    }
}
