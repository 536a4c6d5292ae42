package sluice.broker;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Device;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** A driver without good manners: a test says what it does with a frame, when it is opened, and when it is asked what it is. */
final class Rogue implements Driver {
    record Bin(String container, double level, Instant observed) {}

    record Nothing() {}

    private final Function<Frame, Decoded> on;
    private Function<Device, Session> open = device -> this::read;
    private Class<? extends Record> config = Nothing.class;
    private Map<Class<? extends Record>, String> streams = Map.of(Bin.class, City.BINS);

    Rogue(Function<Frame, Decoded> on) {
        this.on = on;
    }

    /** Says that each bin is half full. */
    static Rogue honest() {
        return new Rogue(frame -> bin("bin-1", 0.5, frame.receivedAt()));
    }

    static Decoded bin(String container, double level, Instant at) {
        return Decoded.of(Reading.of(new Bin(container, level, at), at));
    }

    Rogue opening(Function<Device, Session> opened) {
        open = opened;
        return this;
    }

    Rogue configured(Class<? extends Record> type) {
        config = type;
        return this;
    }

    Rogue streaming(Map<Class<? extends Record>, String> all) {
        streams = all;
        return this;
    }

    @Override
    public Class<? extends Record> config() {
        return config;
    }

    @Override
    public Map<Class<? extends Record>, String> streams() {
        return streams;
    }

    @Override
    public Session open(Device device, Tools tools) {
        return open.apply(device);
    }

    private Decoded read(Frame frame) {
        return on.apply(frame);
    }
}
