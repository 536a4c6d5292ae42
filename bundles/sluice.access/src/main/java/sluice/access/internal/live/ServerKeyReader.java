package sluice.access.internal.live;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a key and its certificates from PEM (RFC 7468, the key as PKCS#8) or PKCS#12. */
final class ServerKeyReader {
    private static final long LONGEST = 256 * 1024;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final String AS_PKCS8 = "; write the key as PKCS#8 without a password: "
            + "`openssl pkcs8 -topk8 -nocrypt -in KEY`, and append it to the certificates";

    private ServerKeyReader() {}

    /**
     * Reads a file.
     *
     * @throws IOException if it is not as it should be; the message says what would be
     */
    static ServerKey read(Path file, String password) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
            throw new IOException("there is no certificate file `" + file + "` on the platform's machine");
        }
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        try {
            return text.contains("-----BEGIN ") ? pem(text) : pkcs12(bytes, password.toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IOException("`" + file + "` is neither PEM nor PKCS#12, or its password is another one", e);
        }
    }

    private static ServerKey pem(String text) throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>();
        byte[] key = {};
        for (Matcher block = PEM.matcher(text); block.find(); ) {
            byte[] bytes = Base64.getMimeDecoder().decode(block.group(2));
            switch (block.group(1)) {
                case "CERTIFICATE" -> chain.add(certificate(bytes));
                case "PRIVATE KEY" -> key = bytes;
                default -> throw new IOException("the file has a `" + block.group(1) + "`" + AS_PKCS8);
            }
        }
        if (chain.isEmpty() || key.length == 0) {
            throw new IOException("the file has " + chain.size() + " certificates and "
                    + (key.length == 0 ? "no key" : "a key") + AS_PKCS8);
        }
        return new ServerKey(key(key, chain.get(0)), chain);
    }

    private static X509Certificate certificate(byte[] bytes) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    /** The key says itself of which kind it is, but Java wants to be told: RSA, EC or EdDSA. */
    private static PrivateKey key(byte[] bytes, X509Certificate certificate) throws GeneralSecurityException {
        GeneralSecurityException last = new GeneralSecurityException("no kind");
        for (String kind : List.of(certificate.getPublicKey().getAlgorithm(), "RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (GeneralSecurityException another) {
                last = another;
            }
        }
        throw last;
    }

    private static ServerKey pkcs12(byte[] bytes, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(bytes), password);
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, password);
            Certificate[] chain = store.getCertificateChain(alias);
            if (key instanceof PrivateKey secret && chain != null && chain.length > 0) {
                return new ServerKey(
                        secret,
                        List.of(chain).stream().map(X509Certificate.class::cast).toList());
            }
        }
        throw new IOException("the PKCS#12 file has no key with a certificate");
    }
}
