package sluice.broker.core.intake;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.flow.Channel;
import sluice.broker.core.guest.GuestWords;
import sluice.broker.core.guest.Notes;
import sluice.broker.core.guest.Platform;
import sluice.broker.core.model.Label;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.shape.Shape;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Session;

/**
 * A driver that is here, with its sessions: the one place where a driver's code is called. Belongs to the lane's thread, and every method may
 * throw whatever the driver throws.
 */
final class HostedDriver {
    private static final int MAX_STREAMS = 64;
    private static final int MAX_TICK_READINGS = 4_096;

    private final Platform platform;
    private final String name;
    private final Driver driver;
    private final Notes notes;
    private final Class<? extends Record> config;
    private final Map<Class<? extends Record>, String> streams;
    private final Map<String, Open> sessions = new HashMap<>();

    HostedDriver(Platform platform, String name, Driver driver, Notes notes) {
        this.platform = requireNonNull(platform, "platform is null");
        this.name = requireNonNull(name, "name is null");
        this.driver = requireNonNull(driver, "driver is null");
        this.notes = requireNonNull(notes, "notes is null");
        this.config = requireNonNull(driver.config(), "config() is null");
        this.streams = Map.copyOf(driver.streams());
        if (streams.size() > MAX_STREAMS) {
            throw new IllegalArgumentException("more than " + MAX_STREAMS + " streams");
        }
        streams.values().forEach(GuestWords::name);
        streams.keySet().forEach(Shape::of);
        streams.forEach((type, stream) -> channel(type, stream, Label.NONPERSONAL));
    }

    /** Reads one frame; the session is opened if there is none, or if the device's entry has changed. */
    Found read(DeviceEntry device, Frame frame, boolean durablePath) throws Throwable {
        Open open;
        try {
            open = open(device);
        } catch (DeviceConfig.BadSetting bad) {
            return Found.misconfigured(bad.getMessage());
        } catch (IllegalArgumentException bad) {
            return Found.misconfigured(named(bad.getMessage()));
        }
        Decoded decoded = requireNonNull(open.session.on(frame), "the driver decoded nothing at all");
        return decoded.fold(
                readings -> Found.of(readings.stream()
                        .limit(DriverLane.MAX_READINGS)
                        .map(reading -> Extract.of(reading, open.channel(reading), durablePath))
                        .toList()),
                Found::refused);
    }

    /** Which settings a driver's words name; the words themselves may be a frame's, which a driver remembers. */
    private String named(@Nullable String words) {
        String names = Shape.of(config).components().stream()
                .map(component -> "`" + component.name() + "`")
                .filter(name -> words != null && words.contains(name))
                .collect(joining(", "));
        return names.isEmpty() ? "it does not accept the settings" : "it does not accept " + names;
    }

    /** What a device's silence means, if its session is open. */
    List<Extract> tick(DeviceEntry device) {
        Open open = sessions.get(device.id());
        if (open == null || !open.device.isSameAs(device)) {
            return List.of();
        }
        List<Reading> readings =
                GuestWords.copy(open.session.tick(platform.clock().instant()), MAX_TICK_READINGS);
        return readings.stream()
                .limit(DriverLane.MAX_READINGS)
                .map(reading -> Extract.of(reading, open.channel(reading), false))
                .toList();
    }

    int sessionCount() {
        return sessions.size();
    }

    boolean isFor(@Nullable Driver candidate) {
        return driver == candidate;
    }

    private Open open(DeviceEntry device) throws Throwable {
        Open open = sessions.get(device.id());
        if (open == null || !open.device.isSameAs(device)) {
            Record settings = DeviceConfig.fill(config, device.config());
            Session session = driver.open(
                    new RegisteredDevice(device, settings), new DriverTools(platform.clock(), platform.json(), notes));
            open = new Open(device, requireNonNull(session, "open() gave no session"), channels(device.floor()));
            sessions.put(device.id(), open);
        }
        return open;
    }

    private Map<Class<? extends Record>, Channel> channels(Label floor) {
        Map<Class<? extends Record>, Channel> channels = new HashMap<>();
        streams.forEach((type, stream) -> channels.put(type, channel(type, stream, floor)));
        return channels;
    }

    private Channel channel(Class<? extends Record> type, String stream, Label floor) {
        return platform.router().open(new Channel.Origin(name, type, stream, floor));
    }

    private record Open(DeviceEntry device, Session session, Map<Class<? extends Record>, Channel> channels) {
        @Nullable
        Channel channel(Reading reading) {
            return channels.get(reading.values().getClass());
        }
    }
}
