package sluice.driver.parking;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import sluice.driver.kit.Moment;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Device;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Json;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** A gate that posts its two counters: {@code {"entries": 1204, "exits": 1131, "dateObserved": "2026-03-01T12:00:00Z"}}. */
final class GateSession implements Session {
    /** What the device file calls it. */
    static final String MODEL = "GATE-COUNTER";

    private static final long MOST = 4_294_967_295L;

    private final Device device;
    private final Tools tools;

    GateSession(Device device, Tools tools) {
        this.device = device;
        this.tools = tools;
    }

    @Override
    public Decoded on(Frame frame) {
        Optional<Json> message = tools.json(frame.payload());
        return message.map(json -> counted(json, frame)).orElseGet(() -> Decoded.refused(Refusal.MALFORMED));
    }

    private Decoded counted(Json message, Frame frame) {
        OptionalLong entries = message.get("entries").integer();
        OptionalLong exits = message.get("exits").integer();
        Optional<Instant> observed = Moment.of(message.get("dateObserved"), frame.receivedAt());
        if (entries.isEmpty() || exits.isEmpty() || observed.isEmpty()) {
            return Decoded.refused(Refusal.MALFORMED);
        }
        if (!isCount(entries.getAsLong()) || !isCount(exits.getAsLong())) {
            return Decoded.refused(Refusal.IMPLAUSIBLE);
        }
        GateReading reading = new GateReading(
                device.id(),
                entries.getAsLong(),
                exits.getAsLong(),
                device.place().orElse(null),
                observed.get());
        return Decoded.of(Reading.of(reading, observed.get()));
    }

    private static boolean isCount(long count) {
        return count >= 0 && count <= MOST;
    }
}
