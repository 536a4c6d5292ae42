package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Writes registry files of invented devices and accounts. All of them have the same secret, which only tests know. */
public record City(Instance instance) {
    public static final String SECRET = "itests-secret-0123456789abcdef";

    /** An account on the MQTT server that may publish below {@code NAME/}, and speaks for itself. */
    public City account(String name, boolean isDurable) {
        return account(name, isDurable, false);
    }

    /** The account of a network server; it speaks for the bins behind it, and its messages wait on disk. */
    public City network(Bin.Network network) {
        return account(network.account(), true, true);
    }

    private City account(String name, boolean isDurable, boolean isNetworkServer) {
        instance.write(
                "etc/sluice/sources/" + name + ".yaml", """
                account: %1$s
                password: "%2$s"
                prefix: %1$s/
                durable: %3$b
                networkServer: %4$b
                """.formatted(name, pbkdf2(), isDurable, isNetworkServer));
        return this;
    }

    /** A bin ten metres deep: each millimetre of its level is a number of its own. */
    public City bin(Bin bin) {
        instance.write("etc/sluice/devices/" + bin.id() + ".yaml", """
                device: %s
                driver: sluice.driver.smartbin
                address: deveui:%s
                source: %s
                config: {model: %s, sensorToFloorMm: 10000, sensorToFullMm: 0}
                """.formatted(
                        bin.id(), bin.devEui(), bin.network().account(), bin.model()));
        return this;
    }

    /** A camera that posts over HTTP, and may publish below an account's prefix too. */
    public City camera(String id, String topic) {
        return camera(id, topic, "king-st-w", false);
    }

    /** The same on a stretch of road of its own. */
    City camera(String id, String topic, String segment) {
        return camera(id, topic, segment, false);
    }

    /** A camera behind which nothing real stands: its last record may be shown to the operator. */
    public City simulatedCamera(String id) {
        return camera(id, "simulated/" + id, "king-st-w", true);
    }

    private City camera(String id, String topic, String segment, boolean isSimulated) {
        instance.write("etc/sluice/devices/" + id + ".yaml", """
                device: %1$s
                driver: sluice.driver.alpr
                address: ["http:%1$s", "mqtt:%2$s"]
                secretSha256: "%3$s"
                simulated: %4$b
                config: {segment: %5$s}
                """.formatted(id, topic, sha256(), isSimulated, segment));
        return this;
    }

    private static String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pbkdf2() {
        byte[] salt = "a test's own salt".getBytes(UTF_8);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(SECRET.toCharArray(), salt, 210_000, 256))
                    .getEncoded();
            Base64.Encoder base64 = Base64.getEncoder();
            return "pbkdf2:210000:" + base64.encodeToString(salt) + ":" + base64.encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
