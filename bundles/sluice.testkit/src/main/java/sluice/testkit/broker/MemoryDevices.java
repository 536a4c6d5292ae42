package sluice.testkit.broker;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Where;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.Devices;
import sluice.broker.core.port.Subscription;

/** A register of devices in memory. */
public final class MemoryDevices implements Devices {
    private final Map<String, DeviceEntry> byAddress = new ConcurrentSkipListMap<>();

    /**
     * Registers a device with one address and no raised label.
     *
     * @param id its id
     * @param driver its driver's name
     * @param address for example {@code deveui:0101010101010101}
     * @param config its settings
     */
    public void add(String id, String driver, String address, Map<String, Object> config) {
        add(id, driver, address, config, Label.NONPERSONAL);
    }

    /**
     * Registers a device with one address.
     *
     * @param id its id
     * @param driver its driver's name
     * @param address for example {@code deveui:0101010101010101}
     * @param config its settings
     * @param floor least label of each field
     */
    public void add(String id, String driver, String address, Map<String, Object> config, Label floor) {
        add(new DeviceEntry(
                id,
                driver,
                List.of(address),
                DeviceEntry.Siting.UNKNOWN,
                floor,
                true,
                "",
                config,
                new Where("devices/test.yaml", 1)));
    }

    /**
     * Registers a device.
     *
     * @param entry what the city says of it
     */
    public void add(DeviceEntry entry) {
        entry.addresses().forEach(address -> byAddress.put(address, entry));
    }

    @Override
    public Optional<DeviceEntry> byAddress(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    @Override
    public Collection<DeviceEntry> all() {
        Map<String, DeviceEntry> byId = new TreeMap<>();
        byAddress.values().forEach(entry -> byId.put(entry.id(), entry));
        return byId.values();
    }

    @Override
    public Subscription onChange(Runnable changed) {
        return () -> {};
    }
}
