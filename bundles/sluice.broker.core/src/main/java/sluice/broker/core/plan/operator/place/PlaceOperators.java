package sluice.broker.core.plan.operator.place;

import java.util.List;
import java.util.function.DoubleSupplier;
import sluice.broker.core.plan.operator.kind.OperatorKind;

/** The operators of this room. */
public final class PlaceOperators {
    private PlaceOperators() {}

    /**
     * All of them.
     *
     * @param uniform numbers from 0 to 1 (excluded) that nobody can foresee, for noise; safe for several threads
     * @return one a word
     */
    public static List<OperatorKind> all(DoubleSupplier uniform) {
        return List.of(new Cell(), new Geohash(), new ZoneName(), new PlanarLaplace(uniform), new GeofenceRedact());
    }
}
