package sluice.driver.smartbin;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Device;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** One sensor in one container. Remembers nothing from frame to frame. */
final class BinSession implements Session {
    private final Device device;
    private final Tools tools;
    private final Model model;
    private final Geometry geometry;

    BinSession(Device device, Tools tools, Model model, Geometry geometry) {
        this.device = device;
        this.tools = tools;
        this.model = model;
        this.geometry = geometry;
    }

    @Override
    public Decoded on(Frame frame) {
        if (!model.sendsOn(frame)) {
            return Decoded.refused(Refusal.UNKNOWN_PORT);
        }
        return model.read(frame).fold(values -> decoded(values, frame), Decoded::refused);
    }

    private Decoded decoded(Measurement.Values values, Frame frame) {
        if (values.isEmpty()) {
            return Decoded.nothing();
        }
        Integer distanceMm = distanceToContent(values);
        if (distanceMm == null) {
            return reading(values, null, frame);
        }
        OptionalDouble level = geometry.level(distanceMm);
        return level.isPresent() ? reading(values, level.getAsDouble(), frame) : Decoded.refused(Refusal.IMPLAUSIBLE);
    }

    /** A sensor that hangs askew measures the street, not the content: an open lid must not look like an emptied container. */
    private @Nullable Integer distanceToContent(Measurement.Values values) {
        if (Boolean.TRUE.equals(values.tilted())) {
            tools.note("tilted", 1);
            return null;
        }
        if (values.distanceMm() == null) {
            tools.note("no-distance", 1);
        }
        return values.distanceMm();
    }

    private Decoded reading(Measurement.Values values, @Nullable Double level, Frame frame) {
        ContainerReading reading = new ContainerReading(
                device.id(),
                level,
                values.temperature(),
                values.batteryLevel(),
                values.tilted(),
                device.place().orElse(null),
                frame.receivedAt());
        return Decoded.of(Reading.of(reading, frame));
    }
}
