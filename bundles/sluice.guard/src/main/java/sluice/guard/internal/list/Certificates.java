package sluice.guard.internal.list;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** X.509 certificates as text, and which of them are strong enough. */
public final class Certificates {
    private static final int LONGEST_PEM = 64 * 1024;
    private static final int MOST = 4;

    private Certificates() {}

    /**
     * The certificates of a PEM text: one, or up to four when a vendor changes its key.
     *
     * @throws CertificateException if there is none, or too many, or the text is something else
     */
    static List<X509Certificate> of(String pem) throws CertificateException {
        if (pem.length() > LONGEST_PEM || !pem.contains("-----BEGIN CERTIFICATE-----")) {
            throw new CertificateException("no PEM text of a certificate, or over 64 KiB");
        }
        List<X509Certificate> all =
                CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(pem.getBytes(US_ASCII)))
                        .stream()
                        .map(X509Certificate.class::cast)
                        .toList();
        if (all.isEmpty() || all.size() > MOST) {
            throw new CertificateException("needs 1 to " + MOST + " certificates, has " + all.size());
        }
        return all;
    }

    /** SHA-256 of a certificate, lower-case hexadecimal. */
    public static String fingerprint(Certificate certificate) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether key and signature are of today: RSA from 2,048 bits, elliptic curves from 256, Edwards curves; no SHA-1, no MD5. */
    static boolean isStrong(X509Certificate certificate) {
        String algorithm = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        return isStrong(certificate.getPublicKey()) && !algorithm.contains("SHA1") && !algorithm.contains("MD");
    }

    private static boolean isStrong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= 2048;
        }
        if (key instanceof ECPublicKey curve) {
            return curve.getParams().getCurve().getField().getFieldSize() >= 256;
        }
        return key instanceof EdECPublicKey;
    }
}
