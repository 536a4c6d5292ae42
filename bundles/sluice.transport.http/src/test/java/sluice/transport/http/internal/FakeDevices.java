package sluice.transport.http.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Where;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.Devices;
import sluice.broker.core.port.Subscription;

/** Two cameras with the secret {@link #SECRET}, one device without any. */
final class FakeDevices implements Devices {
    static final String SECRET = "correct-horse";

    private final Map<String, DeviceEntry> byAddress = Map.of(
            "http:cam-1", device("cam-1", sha256(SECRET)),
            "http:cam-2", device("cam-2", sha256(SECRET)),
            "http:open", device("open", ""));

    @Override
    public Optional<DeviceEntry> byAddress(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    @Override
    public Collection<DeviceEntry> all() {
        return byAddress.values();
    }

    @Override
    public Subscription onChange(Runnable changed) {
        return () -> {};
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DeviceEntry device(String id, String secretSha256) {
        return new DeviceEntry(
                id,
                "sluice.driver.alpr",
                List.of("http:" + id),
                DeviceEntry.Siting.UNKNOWN,
                Label.NONPERSONAL,
                true,
                secretSha256,
                Map.of(),
                new Where("devices.yaml", 1));
    }
}
