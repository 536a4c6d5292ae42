package sluice.broker.core.intake;

import java.util.Optional;
import sluice.broker.core.port.DeviceEntry;
import sluice.driver.spi.Device;
import sluice.driver.spi.Point;

/** A device as its driver sees it: no address, no secret, no owner. */
final class RegisteredDevice implements Device {
    private final DeviceEntry entry;
    private final Record config;

    RegisteredDevice(DeviceEntry entry, Record config) {
        this.entry = entry;
        this.config = config;
    }

    @Override
    public String id() {
        return entry.id();
    }

    @Override
    public Optional<Point> place() {
        return entry.siting().place();
    }

    @Override
    public Optional<String> zone() {
        String zone = entry.siting().zone();
        return zone.isEmpty() ? Optional.empty() : Optional.of(zone);
    }

    @Override
    public <C extends Record> C config(Class<C> type) {
        return type.cast(config);
    }
}
