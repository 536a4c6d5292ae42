package sluice.broker.core.plan.condition;

import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/**
 * A point of a reading that must lie in a zone.
 *
 * @param index its slot, or {@link Shape#NOWHERE}: then nothing passes
 * @param zones the zone
 */
record Fence(int index, Zones zones) {
    boolean holds(Slots reading) {
        return index != Shape.NOWHERE
                && reading.getObject(index) instanceof Point point
                && zones.at(point.latitude(), point.longitude()) != null;
    }
}
