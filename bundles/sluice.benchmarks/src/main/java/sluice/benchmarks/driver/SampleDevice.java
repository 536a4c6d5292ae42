package sluice.benchmarks.driver;

import java.util.Optional;
import sluice.driver.spi.Device;
import sluice.driver.spi.Point;

/** A device at a place. */
final class SampleDevice implements Device {
    private final Record config;

    SampleDevice(Record config) {
        this.config = config;
    }

    @Override
    public String id() {
        return "sample-1";
    }

    @Override
    public Optional<Point> place() {
        return Optional.of(new Point(43.65, -79.38));
    }

    @Override
    public Optional<String> zone() {
        return Optional.empty();
    }

    @Override
    public <C extends Record> C config(Class<C> type) {
        return type.cast(config);
    }
}
