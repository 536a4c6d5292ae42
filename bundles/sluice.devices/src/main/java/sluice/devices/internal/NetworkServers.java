package sluice.devices.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.MqttSource;
import sluice.yaml.Mark;
import sluice.yaml.Problems;

/**
 * Which network server speaks for which device. What the device file says counts; without a word there it is the city's only network
 * server. Where there are several, a device that does not say has none: any of them could speak for it.
 */
final class NetworkServers {
    private final TreeSet<String> names = new TreeSet<>();

    /** The accounts that are network servers, and the devices that are and post over HTTP. */
    NetworkServers(List<MqttSource> sources, List<DeviceEntry> devices) {
        sources.stream()
                .filter(MqttSource::networkServer)
                .map(MqttSource::account)
                .forEach(names::add);
        devices.stream()
                .filter(DeviceEntry::isNetworkServer)
                .map(DeviceEntry::id)
                .forEach(names::add);
    }

    /** The devices, each with its network server; what can not be told is a problem of the city's, and the device stays. */
    List<DeviceEntry> over(List<DeviceEntry> devices, Problems problems) {
        String only = names.size() == 1 ? names.first() : "";
        List<DeviceEntry> behind = new ArrayList<>();
        Map<String, List<DeviceEntry>> unheard = new LinkedHashMap<>();
        for (DeviceEntry device : devices) {
            DeviceEntry placed = isSilent(device) ? device.behind(only) : device;
            behind.add(placed);
            if (needsServer(placed) && !names.contains(placed.source())) {
                unheard.computeIfAbsent(placed.source(), name -> new ArrayList<>())
                        .add(placed);
            }
        }
        unheard.forEach((name, all) -> report(name, all, problems));
        return behind;
    }

    private static boolean needsServer(DeviceEntry device) {
        return device.addresses().stream().anyMatch(Addresses::isEui);
    }

    private static boolean isSilent(DeviceEntry device) {
        return needsServer(device) && device.source().isEmpty();
    }

    /** One problem for all devices alike: a city may have thousands. */
    private void report(String name, List<DeviceEntry> devices, Problems problems) {
        DeviceEntry first = devices.get(0);
        Mark at = new Mark(first.where().file(), first.where().line());
        String who =
                "device `" + first.id() + "`" + (devices.size() == 1 ? "" : " and " + (devices.size() - 1) + " more");
        if (!name.isEmpty()) {
            problems.add(
                    DeviceCode.UNKNOWN_SOURCE,
                    at,
                    who + " with source `" + name + "`, which is no network server" + servers());
        } else if (names.isEmpty()) {
            problems.add(
                    DeviceCode.UNKNOWN_SOURCE,
                    at,
                    who + " with a `deveui:` address, and there is no network server; write `networkServer: true` in"
                            + " the file of its account in `sources/`");
        } else {
            problems.add(
                    DeviceCode.NO_SOURCE,
                    at,
                    who + " without `source`, and there are several network servers" + servers());
        }
    }

    private String servers() {
        return names.isEmpty()
                ? "; there is none"
                : names.stream().limit(5).collect(Collectors.joining("`, `", "; write one of `", "`"));
    }
}
