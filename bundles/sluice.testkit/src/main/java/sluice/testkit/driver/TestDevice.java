package sluice.testkit.driver;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Device;
import sluice.driver.spi.Point;

/** A device as a device file would describe it. Immutable. */
public final class TestDevice implements Device {
    private final String id;
    private final Record config;
    private final @Nullable Point place;
    private final @Nullable String zone;

    private TestDevice(String id, Record config, @Nullable Point place, @Nullable String zone) {
        this.id = requireNonNull(id, "id is null");
        this.config = requireNonNull(config, "config is null");
        this.place = place;
        this.zone = zone;
    }

    /**
     * A device without place and zone.
     *
     * @param id for example {@code bin-017}
     * @param config a record of the driver's settings class
     * @return the device
     */
    public static TestDevice of(String id, Record config) {
        return new TestDevice(id, config, null, null);
    }

    /**
     * The same device, somewhere.
     *
     * @param newPlace where
     * @return a copy
     */
    public TestDevice standingAt(Point newPlace) {
        return new TestDevice(id, config, newPlace, zone);
    }

    /**
     * The same device, in a part of the city.
     *
     * @param newZone for example {@code old-town}
     * @return a copy
     */
    public TestDevice inZone(String newZone) {
        return new TestDevice(id, config, place, newZone);
    }

    /**
     * The same device under another name.
     *
     * @param newId the name
     * @return a copy
     */
    public TestDevice named(String newId) {
        return new TestDevice(newId, config, place, zone);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<Point> place() {
        return Optional.ofNullable(place);
    }

    @Override
    public Optional<String> zone() {
        return Optional.ofNullable(zone);
    }

    @Override
    public <C extends Record> C config(Class<C> type) {
        return type.cast(config);
    }
}
