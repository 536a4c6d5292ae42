package sluice.tlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A key that tells whether a note is signed by its owner: a log's (Ed25519, kind 1) or a witness's (cosignature/v1, kind 4).
 */
public final class NoteVerifier {
    private final String name;
    private final byte kind;
    private final byte[] publicKey;
    private final PublicKey key;

    private NoteVerifier(String name, byte kind, byte[] publicKey) throws GeneralSecurityException {
        this.name = name;
        this.kind = kind;
        this.publicKey = publicKey;
        this.key = Ed25519.publicKey(publicKey);
    }

    /**
     * Reads a verifier key.
     *
     * @param text {@code name+id+base64(kind || public key)}
     * @return the key
     * @throws IllegalArgumentException if it is none, or its id is not its own
     */
    public static NoteVerifier read(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3 || !KeyId.isName(parts[0])) {
            throw new IllegalArgumentException("a verifier key is `name+id+key`");
        }
        byte[] key = Base64.getDecoder().decode(parts[2]);
        if (key.length != 1 + Ed25519.KEY_BYTES || key[0] != KeyId.ED25519 && key[0] != KeyId.COSIGNATURE) {
            throw new IllegalArgumentException("the key is of a kind that is not known here");
        }
        NoteVerifier verifier = of(parts[0], key[0], Arrays.copyOfRange(key, 1, key.length));
        if (!KeyId.hex(verifier.keyId()).equals(parts[1])) {
            throw new IllegalArgumentException("the id of key `" + parts[0] + "` is not its own");
        }
        return verifier;
    }

    static NoteVerifier of(String name, byte kind, byte[] publicKey) {
        try {
            return new NoteVerifier(name, kind, publicKey.clone());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("key `" + name + "` is no Ed25519 key", e);
        }
    }

    /**
     * The owner's name.
     *
     * @return for a log, its origin
     */
    public String name() {
        return name;
    }

    int keyId() {
        return KeyId.of(name, kind, publicKey);
    }

    /**
     * Whether a note is signed by this key, by at least one line, and by no line wrongly.
     *
     * @param note the note
     * @return whether it is
     */
    public boolean verifies(SignedNote note) {
        List<NoteSignature> own = note.signatures().stream()
                .filter(signature -> signature.name().equals(name) && signature.keyId() == keyId())
                .toList();
        return !own.isEmpty() && own.stream().allMatch(signature -> verifies(note.text(), signature.bytes()));
    }

    private boolean verifies(String text, byte[] signature) {
        if (kind == KeyId.ED25519) {
            return Ed25519.verifies(key, text.getBytes(UTF_8), signature);
        }
        if (signature.length != Long.BYTES + Ed25519.SIGNATURE_BYTES) {
            return false;
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        byte[] signed = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
        return seconds >= 0 && Ed25519.verifies(key, cosigned(seconds, text), signed);
    }

    /** What a witness signs (tlog-cosignature, "Ed25519 signed message"). */
    static byte[] cosigned(long seconds, String text) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(UTF_8);
    }

    /** The verifier key, as everybody may have it. */
    @Override
    public String toString() {
        byte[] encoded = new byte[1 + publicKey.length];
        encoded[0] = kind;
        System.arraycopy(publicKey, 0, encoded, 1, publicKey.length);
        return name + "+" + KeyId.hex(keyId()) + "+" + Base64.getEncoder().encodeToString(encoded);
    }
}
