package sluice.devices.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import sluice.broker.core.model.Where;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.MqttSource;
import sluice.devices.internal.FileEntries.Source;
import sluice.yaml.Mark;
import sluice.yaml.Problem;
import sluice.yaml.Problems;

/**
 * The devices and accounts of all files together. Who claims what another has claimed is refused, and so is the other: nobody can tell
 * which of the two is right, and a reading under a wrong device has a wrong label.
 *
 * @param devices sorted by id
 * @param byAddress address to device
 * @param sources sorted by account
 * @param problems what was refused
 */
record Register(
        List<DeviceEntry> devices,
        Map<String, DeviceEntry> byAddress,
        List<MqttSource> sources,
        List<Problem> problems) {
    static final Register EMPTY = new Register(List.of(), Map.of(), List.of(), List.of());

    static Register of(List<FileEntries> files) {
        Problems problems = new Problems();
        List<DeviceEntry> devices = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        files.forEach(file -> devices.addAll(file.devices()));
        files.forEach(file -> sources.addAll(file.sources()));
        List<MqttSource> accounts = withoutOverlaps(sources, problems);
        List<DeviceEntry> unique = withoutClashes(devices, problems);
        unique.sort(Comparator.comparing(DeviceEntry::id));
        List<DeviceEntry> sound = new NetworkServers(accounts, unique).over(unique, problems);
        Map<String, DeviceEntry> byAddress = new HashMap<>();
        sound.forEach(device -> device.addresses().forEach(address -> byAddress.put(address, device)));
        return new Register(List.copyOf(sound), Collections.unmodifiableMap(byAddress), accounts, problems.list());
    }

    private static List<DeviceEntry> withoutClashes(List<DeviceEntry> devices, Problems problems) {
        Set<DeviceEntry> refused = new HashSet<>();
        Clash clash = new Clash(refused, problems);
        clash.find(devices, device -> List.of(device.id()), DeviceCode.DUPLICATE_DEVICE, "id");
        clash.find(devices, DeviceEntry::addresses, DeviceCode.DUPLICATE_ADDRESS, "address");
        List<DeviceEntry> sound = new ArrayList<>(devices);
        sound.removeAll(refused);
        return sound;
    }

    /** Finds devices that share what only one may have. */
    private record Clash(Set<DeviceEntry> refused, Problems problems) {
        void find(List<DeviceEntry> devices, Function<DeviceEntry, List<String>> claims, String code, String noun) {
            Map<String, DeviceEntry> first = new HashMap<>();
            for (DeviceEntry device : devices) {
                for (String claim : claims.apply(device)) {
                    DeviceEntry other = first.putIfAbsent(claim, device);
                    if (other != null) {
                        refused.add(other);
                        refused.add(device);
                        problems.add(
                                code,
                                mark(device.where()),
                                "device `" + device.id() + "` has the " + noun + " `" + claim + "` of device `"
                                        + other.id() + "` in " + other.where() + "; both are refused");
                    }
                }
            }
        }
    }

    private static Mark mark(Where where) {
        return new Mark(where.file(), where.line());
    }

    private static List<MqttSource> withoutOverlaps(List<Source> all, Problems problems) {
        List<Source> sources = new ArrayList<>(all);
        sources.sort(Comparator.comparing(source -> source.source().prefix()));
        Set<Source> refused = new HashSet<>();
        for (int i = 0; i < sources.size(); i++) {
            Source one = sources.get(i);
            // Sorted by prefix, whatever begins with a prefix follows it at once.
            for (int j = i + 1; j < sources.size() && overlaps(one, sources.get(j)); j++) {
                refuse(
                        one,
                        sources.get(j),
                        DeviceCode.OVERLAPPING_PREFIX,
                        "a prefix that begins with that",
                        refused,
                        problems);
            }
        }
        Map<String, Source> byAccount = new HashMap<>();
        for (Source source : sources) {
            Source other = byAccount.putIfAbsent(source.source().account(), source);
            if (other != null) {
                refuse(other, source, DeviceCode.DUPLICATE_ACCOUNT, "the name", refused, problems);
            }
        }
        sources.removeAll(refused);
        return sources.stream()
                .map(Source::source)
                .sorted(Comparator.comparing(MqttSource::account))
                .toList();
    }

    private static boolean overlaps(Source one, Source other) {
        return other.source().prefix().startsWith(one.source().prefix());
    }

    private static void refuse(
            Source one, Source other, String code, String what, Set<Source> refused, Problems problems) {
        refused.add(one);
        refused.add(other);
        problems.add(
                code,
                other.at(),
                "account `" + other.source().account() + "` has " + what + " of account `"
                        + one.source().account() + "` in " + one.at() + "; both are refused");
    }
}
