package sluice.driver.soil;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.driver.kit.Facts;
import sluice.driver.kit.HealthWatch;
import sluice.driver.kit.Model;
import sluice.driver.kit.Outdoors;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Device;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Session;

/** One device on LoRaWAN. One frame may speak of the ground, of the weather and of a valve. */
final class SoilSession implements Session {
    private final Model model;
    private final Records records;
    private final HealthWatch health;

    SoilSession(Device device, Model model, @Nullable ProbePlace probe) {
        this.model = model;
        this.records = new Records(device, probe);
        this.health = new HealthWatch(device.id(), Outdoors.SOIL_CONDUCTIVITY);
    }

    @Override
    public Decoded on(Frame frame) {
        Facts facts = model.read(frame);
        return facts.refusal().map(Decoded::refused).orElseGet(() -> decoded(facts, frame));
    }

    @Override
    public List<Reading> tick(Instant now) {
        return health.tick(now);
    }

    private Decoded decoded(Facts facts, Frame frame) {
        if (!facts.isPlausible()) {
            health.implausible();
            return Decoded.refused(Refusal.IMPLAUSIBLE);
        }
        List<Reading> readings = new ArrayList<>(3);
        for (Record about : records.of(facts, frame.receivedAt())) {
            // Two readings of one number would look like a repeat.
            readings.add(readings.isEmpty() ? Reading.of(about, frame) : Reading.of(about, frame.receivedAt()));
        }
        readings.addAll(health.read(frame, facts));
        return new Decoded.Readings(readings);
    }
}
