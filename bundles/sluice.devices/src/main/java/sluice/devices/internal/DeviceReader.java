package sluice.devices.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Where;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.DeviceEntry.Siting;
import sluice.yaml.Problems;
import sluice.yaml.Say;
import sluice.yaml.YamlCode;
import sluice.yaml.YamlMap;
import sluice.yaml.YamlValue;

/** Reads one document of {@code devices/}. */
final class DeviceReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,62}");
    private static final Pattern DRIVER = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final int MAX_ADDRESSES = 16;
    private static final int LONGEST_TEXT = 200;
    /** Whom a device serves, and the least label that follows: what a household's bin says tells who is at home. */
    private static final Map<String, Label> SERVES = Map.of("household", Label.INDIRECT);

    private static final Map<String, Label> LABELS = labels();

    private final Problems problems;

    DeviceReader(Problems problems) {
        this.problems = problems;
    }

    Optional<DeviceEntry> read(YamlMap document) {
        int before = problems.count();
        String id = name(document, "device", ID, "letters, digits, `-` and `.`");
        String driver = name(document, "driver", DRIVER, "the symbolic name of the driver's bundle");
        List<String> addresses = addresses(document);
        String source = source(document, addresses);
        Siting siting = siting(document);
        Label floor = floor(document);
        boolean simulated = document.truth("simulated");
        String secret = secret(document, addresses);
        Map<String, Object> config =
                document.has("config") ? document.map("config").values() : Map.of();
        Where where =
                new Where(document.at("device").file(), document.at("device").line());
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(new DeviceEntry(
                        id, driver, addresses, siting, floor, simulated, secret, config, source, where));
    }

    private static Map<String, Label> labels() {
        Map<String, Label> labels = new LinkedHashMap<>();
        for (Label label : Label.values()) {
            labels.put(label.name(), label);
        }
        return labels;
    }

    private static String name(YamlMap document, String key, Pattern pattern, String help) {
        String name = document.text(key);
        if (!name.isEmpty() && !pattern.matcher(name).matches()) {
            document.problem(DeviceCode.BAD_NAME, key, Say.quote(name) + " is no " + key + "'s name; write " + help);
        }
        return name;
    }

    private static List<String> addresses(YamlMap document) {
        Set<String> addresses = new LinkedHashSet<>();
        for (YamlValue value : document.list("address")) {
            String written = value.text();
            Optional<String> address = Addresses.normal(written);
            address.ifPresent(addresses::add);
            if (!written.isEmpty() && address.isEmpty()) {
                value.problem(
                        DeviceCode.BAD_ADDRESS,
                        "unknown form of address " + Say.quote(written)
                                + "; write `deveui:` and 16 hexadecimal digits, `mqtt:` and a topic, or `http:` and an id");
            }
        }
        if (document.has("address") && (addresses.isEmpty() || addresses.size() > MAX_ADDRESSES)) {
            document.problem(DeviceCode.BAD_ADDRESS, "address", "a device has 1 to " + MAX_ADDRESSES + " addresses");
        }
        return List.copyOf(addresses);
    }

    /** A topic belongs to its account anyway, and over HTTP a device has a secret of its own. */
    private static String source(YamlMap document, List<String> addresses) {
        String source = document.optionalText("source");
        if (!source.isEmpty() && !SourceReader.ACCOUNT.matcher(source).matches()) {
            document.problem(
                    DeviceCode.BAD_NAME,
                    "source",
                    Say.quote(source) + " is no source; write the account of a network server, or its id if it posts");
        }
        if (!source.isEmpty() && addresses.stream().noneMatch(Addresses::isEui)) {
            document.problem(
                    DeviceCode.BAD_ADDRESS,
                    "source",
                    "`source` says which network server speaks for a `deveui:` address, and there is none");
        }
        return source;
    }

    private static Siting siting(YamlMap document) {
        double latitude = Double.NaN;
        double longitude = Double.NaN;
        if (document.has("place")) {
            YamlMap place = document.map("place");
            latitude = place.number("lat", -90, 90);
            longitude = place.number("lon", -180, 180);
        }
        return new Siting(
                latitude, longitude, text(document, "zone"), text(document, "owner"), text(document, "custody"));
    }

    private static String text(YamlMap document, String key) {
        String text = document.optionalText(key);
        if (text.length() > LONGEST_TEXT) {
            document.problem(YamlCode.BAD_VALUE, key, "`" + key + "` is longer than " + LONGEST_TEXT + " characters");
        }
        return text;
    }

    private static Label floor(YamlMap document) {
        Label floor = Label.NONPERSONAL;
        if (document.has("serves")) {
            floor = floor.max(
                    document.choice("serves", "kind of service", SERVES).orElse(floor));
        }
        if (document.has("raise")) {
            floor = floor.max(document.choice("raise", "label", LABELS).orElse(floor));
        }
        return floor;
    }

    private static String secret(YamlMap document, List<String> addresses) {
        String secret = document.optionalText("secretSha256").toLowerCase(Locale.ROOT);
        if (!secret.isEmpty() && !DIGEST.matcher(secret).matches()) {
            document.problem(
                    DeviceCode.BAD_SECRET,
                    "secretSha256",
                    "`secretSha256` must be 64 hexadecimal digits, never the secret");
        }
        if (secret.isEmpty() && addresses.stream().anyMatch(address -> address.startsWith(Addresses.HTTP))) {
            document.problem(
                    DeviceCode.BAD_SECRET,
                    "address",
                    "an `http:` address needs `secretSha256`; let `sluice:device-add` make the secret");
        }
        return secret;
    }
}
