package sluice.driver.parking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import sluice.driver.kit.Facts;
import sluice.driver.kit.HealthWatch;
import sluice.driver.kit.Known;
import sluice.driver.kit.Model;
import sluice.driver.parking.model.BayFacts;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Device;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** One sensor in one bay. What it hears of drivers' tags is counted and goes no further. */
final class BaySession implements Session {
    private final Device device;
    private final Tools tools;
    private final Model model;
    private final HealthWatch health;

    BaySession(Device device, Tools tools, Model model) {
        this.device = device;
        this.tools = tools;
        this.model = model;
        this.health = new HealthWatch(device.id(), null);
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
        int tags = BayFacts.tags(facts);
        if (tags > 0) {
            tools.note("discarded-tags", tags);
        }
        List<Reading> readings = new ArrayList<>(2);
        Boolean occupied = facts.flag(BayFacts.OCCUPIED);
        if (occupied != null) {
            readings.add(Reading.of(bay(occupied, facts, frame), frame));
        }
        readings.addAll(health.read(frame, facts));
        return new Decoded.Readings(readings);
    }

    private BayReading bay(boolean occupied, Facts facts, Frame frame) {
        return new BayReading(
                device.id(),
                occupied ? BayStatus.OCCUPIED : BayStatus.FREE,
                facts.value(Known.TEMPERATURE),
                device.place().orElse(null),
                frame.receivedAt());
    }
}
