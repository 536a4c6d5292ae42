package sluice.itests.outside;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A bundle that only tests have and that is no guest, because it does what no guest may: it writes files, or sleeps. It gets a trust list of
 * its own, signed with the build's key, as a new feature of the platform would bring one.
 */
public final class TrustList {
    private TrustList() {}

    /** Makes a jar a part of an instance's platform. The instance does not run yet: the agent reads the lists when it starts. */
    public static void add(Instance instance, String name, byte[] jar) {
        byte[] list = (sha256(jar) + "  " + name + "\n").getBytes(US_ASCII);
        instance.write("etc/sluice/guard/trust/" + name + ".list", list)
                .write(
                        "etc/sluice/guard/trust/" + name + ".list.sig",
                        Base64.getEncoder().encode(signed(list)));
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signed(byte[] list) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key());
            signature.update(list);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey key() throws GeneralSecurityException {
        char[] password = property("sluice.sign.storepass").toCharArray();
        try {
            KeyStore store = KeyStore.getInstance(
                    Path.of(property("sluice.sign.keystore")).toFile(), password);
            return (PrivateKey) store.getKey(property("sluice.sign.alias"), password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
