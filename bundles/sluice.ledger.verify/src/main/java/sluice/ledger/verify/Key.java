package sluice.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A verifier key of C2SP's signed-note: a log's (kind 1) or a witness's (kind 4).
 *
 * @param name whose
 * @param kind 1 for Ed25519, 4 for cosignature/v1
 * @param bytes 32 bytes, as RFC 8032 writes them
 */
record Key(String name, int kind, byte[] bytes) {
    private static final int LOG = 1;
    private static final int WITNESS = 4;
    private static final int STAMP_BYTES = 8;

    /**
     * Reads {@code name+id+base64(kind, key)}.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Key read(String text) {
        int first = text.indexOf('+');
        int second = text.indexOf('+', first + 1);
        if (first < 1 || second < 0) {
            throw new IllegalArgumentException("`" + text + "` is no verifier key: name+id+key");
        }
        byte[] encoded = Base64.getDecoder().decode(text.substring(second + 1).strip());
        if (encoded.length != 33 || encoded[0] != LOG && encoded[0] != WITNESS) {
            throw new IllegalArgumentException("`" + text + "` is not a key for Ed25519");
        }
        Key key = new Key(text.substring(0, first), encoded[0], Arrays.copyOfRange(encoded, 1, 33));
        if (!key.idText().equals(text.substring(first + 1, second))) {
            throw new IllegalArgumentException("`" + text + "`: the id should be " + key.idText());
        }
        return key;
    }

    /** SHA-256(name, line break, kind, key), its first four bytes. */
    byte[] id() {
        byte[] hash = Sha256.of((name + "\n").getBytes(UTF_8), new byte[] {(byte) kind}, bytes);
        return Arrays.copyOf(hash, 4);
    }

    private String idText() {
        return "%08x".formatted(new BigInteger(1, id()));
    }

    boolean isWitness() {
        return kind == WITNESS;
    }

    /** Whether this key signed a text. */
    boolean signed(String text, byte[] signature) {
        if (!isWitness()) {
            return verify(text.getBytes(UTF_8), signature);
        }
        if (signature.length <= STAMP_BYTES) {
            return false;
        }
        String stamped = "cosignature/v1\ntime " + time(signature) + "\n" + text;
        return verify(stamped.getBytes(UTF_8), Arrays.copyOfRange(signature, STAMP_BYTES, signature.length));
    }

    /** The witness's time, in seconds since 1970. */
    static BigInteger time(byte[] signature) {
        return new BigInteger(1, Arrays.copyOf(signature, STAMP_BYTES));
    }

    private boolean verify(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey());
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** RFC 8032, 5.1.2: y in little-endian order, and the sign of x in its highest bit. */
    private PublicKey publicKey() throws GeneralSecurityException {
        ByteArrayOutputStream bigEndian = new ByteArrayOutputStream();
        for (int i = bytes.length - 1; i >= 0; i--) {
            bigEndian.write(i == bytes.length - 1 ? bytes[i] & 0x7f : bytes[i]);
        }
        EdECPoint point = new EdECPoint(bytes[31] < 0, new BigInteger(1, bigEndian.toByteArray()));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }
}
