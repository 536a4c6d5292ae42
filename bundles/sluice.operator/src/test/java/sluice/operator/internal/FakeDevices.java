package sluice.operator.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Where;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.Devices;
import sluice.broker.core.port.Subscription;

/** A register of one simulated bin and one real camera. */
public final class FakeDevices implements Devices {
    @Override
    public Optional<DeviceEntry> byAddress(String address) {
        return all().stream()
                .filter(device -> device.addresses().contains(address))
                .findFirst();
    }

    @Override
    public Collection<DeviceEntry> all() {
        DeviceEntry.Siting downtown = new DeviceEntry.Siting(43.6, -79.3, "downtown", "city", "");
        return List.of(
                new DeviceEntry(
                        "bin-001",
                        "sluice.driver.smartbin",
                        List.of("deveui:0101010101010101"),
                        DeviceEntry.Siting.UNKNOWN,
                        Label.NONPERSONAL,
                        true,
                        "",
                        Map.of(),
                        "tts",
                        new Where("devices/bin-001.yaml", 1)),
                new DeviceEntry(
                        "cam-12",
                        "sluice.driver.alpr",
                        List.of("http:cam-12", "mqtt:alpr/cam-12"),
                        downtown,
                        Label.INDIRECT,
                        false,
                        "00",
                        Map.of(),
                        new Where("devices/cam-12.yaml", 1)));
    }

    @Override
    public Subscription onChange(Runnable changed) {
        return () -> {};
    }
}
