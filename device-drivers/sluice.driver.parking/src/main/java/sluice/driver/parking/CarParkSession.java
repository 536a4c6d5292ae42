package sluice.driver.parking;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import sluice.driver.kit.Moment;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Device;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Json;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/**
 * A car park that posts what is free, as key-values of {@code OffStreetParking}:
 * {@code {"totalSpotNumber": 342, "availableSpotNumber": 250, "dateObserved": "2026-03-01T12:00:00Z"}}.
 */
final class CarParkSession implements Session {
    /** What the device file calls it. */
    static final String MODEL = "CAR-PARK";

    private static final long MOST_SPOTS = 100_000;

    private final Device device;
    private final Tools tools;
    private final @Nullable Long spots;

    CarParkSession(Device device, Tools tools, @Nullable Long spots) {
        if (spots != null && !isTotal(spots)) {
            throw new IllegalArgumentException("`spots` must be 1 to 100000");
        }
        this.device = device;
        this.tools = tools;
        this.spots = spots;
    }

    @Override
    public Decoded on(Frame frame) {
        Optional<Json> message = tools.json(frame.payload());
        return message.map(json -> counted(json, frame)).orElseGet(() -> Decoded.refused(Refusal.MALFORMED));
    }

    private Decoded counted(Json message, Frame frame) {
        OptionalLong total = spots == null ? message.get("totalSpotNumber").integer() : OptionalLong.of(spots);
        OptionalLong free = message.get("availableSpotNumber").integer();
        Optional<Instant> observed = Moment.of(message.get("dateObserved"), frame.receivedAt());
        if (total.isEmpty() || free.isEmpty() || observed.isEmpty()) {
            return Decoded.refused(Refusal.MALFORMED);
        }
        if (!isTotal(total.getAsLong()) || free.getAsLong() < 0 || free.getAsLong() > total.getAsLong()) {
            return Decoded.refused(Refusal.IMPLAUSIBLE);
        }
        return Decoded.of(Reading.of(reading(total.getAsLong(), free.getAsLong(), observed.get()), observed.get()));
    }

    private CarParkReading reading(long total, long free, Instant observed) {
        double occupancy = (total - free) / (double) total;
        return new CarParkReading(
                device.id(), total, free, occupancy, device.place().orElse(null), observed);
    }

    private static boolean isTotal(long total) {
        return total >= 1 && total <= MOST_SPOTS;
    }
}
