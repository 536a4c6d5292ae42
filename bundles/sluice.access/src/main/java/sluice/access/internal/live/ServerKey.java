package sluice.access.internal.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the platform proves its name with.
 *
 * @param key private
 * @param chain its certificate first, then each one's issuer
 */
record ServerKey(PrivateKey key, List<X509Certificate> chain) {
    private static final String ALIAS = "sluice";

    ServerKey {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** Whether the key is the certificate's: what one signs, the other verifies. */
    boolean isPair() {
        byte[] text = {1, 2, 3};
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(text);
            byte[] signature = signer.sign();
            signer.initVerify(certificate().getPublicKey());
            signer.update(text);
            return signer.verify(signature);
        } catch (GeneralSecurityException differentKinds) {
            return false;
        }
    }

    /** Whether each certificate was signed with the next one's key. */
    boolean isChain() {
        for (int at = 0; at + 1 < chain.size(); at++) {
            try {
                chain.get(at).verify(chain.get(at + 1).getPublicKey());
            } catch (GeneralSecurityException notItsIssuer) {
                return false;
            }
        }
        return true;
    }

    /** Writes a PKCS#12 file that the listeners read. */
    void write(Path file, char[] password) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, key, password, chain.toArray(Certificate[]::new));
            store.store(out, password);
        } catch (GeneralSecurityException e) {
            throw new IOException("can not write `" + file + "`", e);
        }
    }

    @Override
    public String toString() {
        return "ServerKey[" + certificate().getSubjectX500Principal() + "]";
    }
}
