package sluice.operator.internal.text;

import java.util.Collection;
import sluice.broker.core.model.Label;
import sluice.broker.core.port.DeviceEntry;
import sluice.operator.internal.Figures;

/** The register of devices. */
public final class DevicesText {
    private DevicesText() {}

    /**
     * The answer of {@code sluice:device-list}.
     *
     * @param devices sorted by id
     * @return lines
     */
    public static String of(Collection<DeviceEntry> devices) {
        Table table = new Table()
                .text("DEVICE")
                .text("DRIVER")
                .text("ADDRESS")
                .text("ZONE")
                .text("LEAST LABEL")
                .text("SIMULATED");
        devices.forEach(device -> add(table, device));
        return table.orElse("no device is registered; `sluice:device-add` adds one")
                + Figures.of(devices.size(), "device") + "\n";
    }

    private static void add(Table table, DeviceEntry device) {
        table.row(
                device.id(),
                device.driver(),
                device.addresses().isEmpty() ? "" : device.addresses().get(0),
                device.siting().zone(),
                device.floor() == Label.NONPERSONAL ? "" : device.floor().name(),
                device.simulated() ? "yes" : "");
        device.addresses().stream().skip(1).forEach(address -> table.detail("also " + address));
        if (!device.source().isEmpty()) {
            table.detail("behind " + device.source());
        }
    }
}
