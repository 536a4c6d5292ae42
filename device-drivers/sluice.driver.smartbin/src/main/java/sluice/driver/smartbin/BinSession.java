package sluice.driver.smartbin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import sluice.driver.kit.Codec;
import sluice.driver.kit.Facts;
import sluice.driver.kit.HealthWatch;
import sluice.driver.kit.Known;
import sluice.driver.smartbin.model.BinFacts;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Device;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** One sensor in one container. Remembers nothing of the container from frame to frame, only of its own health. */
final class BinSession implements Session {
    private final Device device;
    private final Tools tools;
    private final Codec codec;
    private final @Nullable Geometry geometry;
    private final HealthWatch health;

    BinSession(Device device, Tools tools, Codec codec, @Nullable Geometry geometry) {
        this.device = device;
        this.tools = tools;
        this.codec = codec;
        this.geometry = geometry;
        this.health = new HealthWatch(device.id(), geometry == null ? null : Known.DISTANCE);
    }

    @Override
    public Decoded on(Frame frame) {
        Facts facts = codec.read(frame);
        return facts.refusal().map(Decoded::refused).orElseGet(() -> decoded(facts, frame));
    }

    @Override
    public List<Reading> tick(Instant now) {
        return health.tick(now);
    }

    private Decoded decoded(Facts facts, Frame frame) {
        if (!facts.isPlausible()) {
            return implausible();
        }
        Double distanceMm = BinFacts.speakOfTheContainer(facts) ? distanceToContent(facts) : null;
        if (distanceMm == null || geometry == null) {
            return readings(facts, facts.value(BinFacts.FILL), frame);
        }
        OptionalDouble level = geometry.level(distanceMm);
        return level.isPresent() ? readings(facts, level.getAsDouble(), frame) : implausible();
    }

    private Decoded implausible() {
        health.implausible();
        return Decoded.refused(Refusal.IMPLAUSIBLE);
    }

    /** A sensor that hangs askew measures the street, not the content: an open lid must not look like an emptied container. */
    private @Nullable Double distanceToContent(Facts facts) {
        if (geometry == null) {
            return null;
        }
        if (Boolean.TRUE.equals(BinFacts.tilted(facts))) {
            tools.note("tilted", 1);
            return null;
        }
        Double distanceMm = geometry.distanceMm(facts);
        if (distanceMm == null) {
            tools.note("no-distance", 1);
        }
        return distanceMm;
    }

    private Decoded readings(Facts facts, @Nullable Double level, Frame frame) {
        List<Reading> readings = new ArrayList<>(2);
        if (BinFacts.speakOfTheContainer(facts)) {
            boolean hidden = Boolean.TRUE.equals(BinFacts.tilted(facts));
            readings.add(Reading.of(container(facts, hidden ? null : level, frame), frame));
        }
        readings.addAll(health.read(frame, facts));
        return new Decoded.Readings(readings);
    }

    private ContainerReading container(Facts facts, @Nullable Double level, Frame frame) {
        return new ContainerReading(
                device.id(),
                level == null ? null : (Double) Math.min(1, level),
                level == null ? null : Fullness.of(level),
                facts.value(BinFacts.WEIGHT),
                BinFacts.temperature(facts),
                BinFacts.onFire(facts),
                facts.value(Known.BATTERY_LEVEL),
                BinFacts.tilted(facts),
                facts.flag(BinFacts.LID_OPEN),
                BinFacts.lidOpenings(facts),
                device.place().orElse(null),
                frame.receivedAt());
    }
}
