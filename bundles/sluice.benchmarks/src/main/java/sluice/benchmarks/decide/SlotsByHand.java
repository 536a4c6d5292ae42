package sluice.benchmarks.decide;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.shape.Slots;
import sluice.driver.spi.Point;

/**
 * Keep, round, bucket and cell as a programmer writes them who knows where each value stands, and whom nobody checks. Does what the plan
 * does: an absent value stays absent, and what is rounded to zero has no sign. Steps and sizes are constants here, and that no number is
 * near the ends of its type is known from the catalogue.
 */
final class SlotsByHand {
    private static final double ROW_HEIGHT = 500 / Math.toRadians(6_378_137.0);
    private static final double ROWS = Math.floor(180 / ROW_HEIGHT);

    private SlotsByHand() {}

    static Slots map(Slots reading, int components) {
        Slots observation = new Slots(components);
        for (int i = 0; i < components; i += 4) {
            if (reading.has(i)) {
                observation.setObject(i, reading.getObject(i));
            }
            if (reading.has(i + 1)) {
                observation.setDouble(i + 1, Math.rint(reading.getDouble(i + 1) * 2) / 2 + 0.0);
            }
            if (reading.has(i + 2)) {
                long number = reading.getLong(i + 2);
                observation.setLong(i + 2, number - Math.floorMod(number, 10L));
            }
            if (reading.has(i + 3)) {
                observation.setObject(i + 3, cell((Point) requireNonNull(reading.getObject(i + 3))));
            }
        }
        return observation;
    }

    private static Point cell(Point point) {
        double row = Math.min(ROWS - 1, Math.floor((point.latitude() + 90) / 180 * ROWS));
        double latitude = (row + 0.5) * 180 / ROWS - 90;
        double columns = Math.max(1, Math.floor(360 * Math.cos(Math.toRadians(latitude)) / ROW_HEIGHT));
        double column = Math.min(columns - 1, Math.floor((point.longitude() + 180) / 360 * columns));
        return new Point(latitude, (column + 0.5) * 360 / columns - 180);
    }
}
