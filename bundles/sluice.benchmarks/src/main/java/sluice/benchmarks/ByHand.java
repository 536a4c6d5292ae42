package sluice.benchmarks;

import java.time.Instant;
import sluice.app.api.Point;

/** The mapping as a programmer writes it who knows both records, and whom nobody checks. */
final class ByHand {
    private static final double ROW_HEIGHT = 500 / Math.toRadians(6_378_137.0);
    private static final double ROWS = Math.floor(180 / ROW_HEIGHT);

    private ByHand() {}

    static CountedVehicle map(Vehicle vehicle) {
        return new CountedVehicle(
                vehicle.segment(),
                Math.rint(vehicle.confidence() * 20) / 20,
                vehicle.speed() - Math.floorMod(vehicle.speed(), 10L),
                Math.rint(vehicle.headway() * 2) / 2,
                cell(vehicle.position()),
                quarterOfAnHour(vehicle.observed()));
    }

    private static Point cell(sluice.driver.spi.Point point) {
        double row = Math.min(ROWS - 1, Math.floor((point.latitude() + 90) / 180 * ROWS));
        double latitude = (row + 0.5) * 180 / ROWS - 90;
        double columns = Math.max(1, Math.floor(360 * Math.cos(Math.toRadians(latitude)) / ROW_HEIGHT));
        double column = Math.min(columns - 1, Math.floor((point.longitude() + 180) / 360 * columns));
        return new Point(latitude, (column + 0.5) * 360 / columns - 180);
    }

    private static Instant quarterOfAnHour(Instant instant) {
        long second = instant.getEpochSecond();
        return Instant.ofEpochSecond(second - Math.floorMod(second, 900L));
    }
}
