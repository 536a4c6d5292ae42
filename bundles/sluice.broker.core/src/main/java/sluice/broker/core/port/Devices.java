package sluice.broker.core.port;

import java.util.Collection;
import java.util.Optional;

/** The register of devices. */
public interface Devices {
    /**
     * The device behind an address.
     *
     * @param address {@code deveui:…}, {@code mqtt:TOPIC} or {@code http:ID}
     * @return the device, or empty if the city does not know it
     */
    Optional<DeviceEntry> byAddress(String address);

    /**
     * Every device.
     *
     * @return sorted by id
     */
    Collection<DeviceEntry> all();

    /**
     * Asks to be told of changes.
     *
     * @param changed run after each change, on the registry's thread
     * @return close it to be told no more
     */
    Subscription onChange(Runnable changed);
}
