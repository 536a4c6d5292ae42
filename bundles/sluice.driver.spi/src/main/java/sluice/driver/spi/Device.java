package sluice.driver.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** One device as the city's device file describes it. */
@ProviderType
public interface Device {
    /**
     * The city's name for the device; never an address or a serial number of its maker.
     *
     * @return for example {@code bin-017}
     */
    String id();

    /**
     * Where it stands.
     *
     * @return WGS 84, or empty for a device that moves or was not surveyed
     */
    Optional<Point> place();

    /**
     * The part of the city that it belongs to.
     *
     * @return for example {@code old-town}, or empty
     */
    Optional<String> zone();

    /**
     * The driver's settings for this device.
     *
     * @param type the record class named by {@link Driver#config()}
     * @param <C> the same
     * @return a record filled from the device file
     */
    <C extends Record> C config(Class<C> type);
}
