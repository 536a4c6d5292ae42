package sluice.check;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Map;

/**
 * A private key and its certificate, out of a PKCS#12 file.
 *
 * @param key signs
 * @param certificate X.509; what is signed is verified with it
 */
record SigningKey(PrivateKey key, Certificate certificate) {
    private static final Map<String, String> ALGORITHMS =
            Map.of("EC", "SHA256withECDSA", "RSA", "SHA256withRSA", "EdDSA", "EdDSA", "Ed25519", "Ed25519");

    /**
     * Opens a key store.
     *
     * @throws IOException it can not be read, the password is wrong, or there is no such key in it
     */
    static SigningKey open(Path keystore, String storepass, String alias) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(keystore.toFile(), storepass.toCharArray());
            if (!(store.getKey(alias, storepass.toCharArray()) instanceof PrivateKey key)) {
                throw new IOException("no private key `" + alias + "` in `" + keystore + "`");
            }
            return new SigningKey(key, store.getCertificate(alias));
        } catch (GeneralSecurityException e) {
            throw new IOException("key store `" + keystore + "`: " + e.getMessage(), e);
        }
    }

    /** A detached signature in base64, one line without an end. */
    byte[] sign(byte[] content) throws IOException {
        try {
            Signature signature = Signature.getInstance(algorithm());
            signature.initSign(key);
            signature.update(content);
            return Base64.getEncoder().encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IOException("can not sign: " + e.getMessage(), e);
        }
    }

    /** The certificate, PEM. */
    byte[] pem() throws IOException {
        try {
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n").getBytes(US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IOException("can not write the certificate: " + e.getMessage(), e);
        }
    }

    private String algorithm() throws IOException {
        String name = ALGORITHMS.get(key.getAlgorithm());
        if (name == null) {
            throw new IOException(
                    "a key of kind `" + key.getAlgorithm() + "` can not sign a trust list; EC, RSA or EdDSA can");
        }
        return name;
    }
}
