package sluice.broker.core.plan.operator.pseudonym;

import sluice.broker.core.plan.map.Zones;
import sluice.broker.core.plan.worker.Message;
import sluice.broker.core.plan.worker.Worker;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/** A scope, ready to run: adds to a message what sets one sensor or zone apart from another. */
sealed interface Ground {
    /** False if the record is nowhere in the scope: no pseudonym then. */
    boolean add(Slots reading, Worker worker, Message message);

    default Ground linkedTo(Shape reading) {
        return this;
    }

    /** One ground for all. */
    record City() implements Ground {
        @Override
        public boolean add(Slots reading, Worker worker, Message message) {
            return true;
        }
    }

    /** The device, or the application, that the record is from. */
    record Sensor() implements Ground {
        @Override
        public boolean add(Slots reading, Worker worker, Message message) {
            message.addCounted(worker.source());
            return true;
        }
    }

    /**
     * The zone in which a point lies.
     *
     * @param zones the city's map
     * @param of field with the point
     * @param index its slot; nowhere, until it is linked
     */
    record Zone(Zones zones, String of, int index) implements Ground {
        static Zone unlinked(Zones zones, String of) {
            return new Zone(zones, of, Shape.NOWHERE);
        }

        @Override
        public Ground linkedTo(Shape reading) {
            return new Zone(zones, of, reading.indexOf(of));
        }

        @Override
        public boolean add(Slots reading, Worker worker, Message message) {
            Object place = index == Shape.NOWHERE ? null : reading.getObject(index);
            String zone = place instanceof Point point ? zones.at(point.latitude(), point.longitude()) : null;
            if (zone == null) {
                return false;
            }
            message.addCounted(zone);
            return true;
        }
    }
}
