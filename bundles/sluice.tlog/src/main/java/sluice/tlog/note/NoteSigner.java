package sluice.tlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Signs notes. Keep it, and what {@link #secret()} gives, from everybody. */
public final class NoteSigner {
    private static final String PREFIX = "PRIVATE+KEY+";

    private final NoteVerifier verifier;
    private final PrivateKey key;
    private final byte kind;

    private NoteSigner(NoteVerifier verifier, PrivateKey key, byte kind) {
        this.verifier = verifier;
        this.key = key;
        this.kind = kind;
    }

    /**
     * A new key of a log.
     *
     * @param name the log's origin: no space, no plus
     * @return the signer
     */
    public static NoteSigner generate(String name) {
        return generate(name, KeyId.ED25519);
    }

    /**
     * A new key of a witness.
     *
     * @param name the witness's name: no space, no plus
     * @return the signer, which makes cosignatures
     */
    public static NoteSigner generateWitness(String name) {
        return generate(name, KeyId.COSIGNATURE);
    }

    private static NoteSigner generate(String name, byte kind) {
        if (!KeyId.isName(name)) {
            throw new IllegalArgumentException("`" + name + "` can not be a key's name");
        }
        try {
            KeyPair pair = Ed25519.generate();
            return new NoteSigner(
                    NoteVerifier.of(name, kind, Ed25519.bytes(pair.getPublic())), pair.getPrivate(), kind);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform has no Ed25519", e);
        }
    }

    /**
     * Reads a key of a log.
     *
     * @param secret as {@link #secret()} wrote it
     * @param verifier its other half, since the platform can not tell it from the secret
     * @return the signer
     * @throws IllegalArgumentException if it is none, or the halves do not belong together
     */
    public static NoteSigner read(String secret, NoteVerifier verifier) {
        String prefix = PREFIX + verifier.name() + "+" + KeyId.hex(verifier.keyId()) + "+";
        if (!secret.startsWith(prefix)) {
            throw new IllegalArgumentException("the secret key is not the one of `" + verifier.name() + "`");
        }
        byte[] encoded =
                Base64.getDecoder().decode(secret.substring(prefix.length()).strip());
        if (encoded.length != 1 + Ed25519.KEY_BYTES) {
            throw new IllegalArgumentException("the secret key of `" + verifier.name() + "` is broken");
        }
        NoteSigner signer = new NoteSigner(verifier, privateKey(encoded), encoded[0]);
        signer.requireWhole();
        return signer;
    }

    private static PrivateKey privateKey(byte[] encoded) {
        try {
            return Ed25519.privateKey(Arrays.copyOfRange(encoded, 1, encoded.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the secret key is no Ed25519 key", e);
        }
    }

    private void requireWhole() {
        String probe = "probe\n";
        if (!verifier.verifies(new SignedNote(probe, List.of(sign(probe, 0))))) {
            throw new IllegalArgumentException(
                    "the two halves of key `" + verifier.name() + "` do not belong together");
        }
    }

    /**
     * The other half, for everybody.
     *
     * @return the verifier
     */
    public NoteVerifier verifier() {
        return verifier;
    }

    /**
     * Signs.
     *
     * @param text ends with a line break
     * @param seconds when, since 1970; only a witness tells it
     * @return the signature
     */
    public NoteSignature sign(String text, long seconds) {
        byte[] signature = kind == KeyId.COSIGNATURE
                ? stamped(seconds, Ed25519.sign(key, NoteVerifier.cosigned(seconds, text)))
                : Ed25519.sign(key, text.getBytes(UTF_8));
        return new NoteSignature(verifier.name(), verifier.keyId(), signature);
    }

    private static byte[] stamped(long seconds, byte[] signature) {
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
    }

    /**
     * A checkpoint as a signed note.
     *
     * @param checkpoint what the log is
     * @return signed by this key only
     */
    public SignedNote sign(Checkpoint checkpoint) {
        return new SignedNote(checkpoint.text(), List.of(sign(checkpoint.text(), 0)));
    }

    /**
     * The secret half, for a file that only its owner reads.
     *
     * @return {@code PRIVATE+KEY+name+id+base64(kind || seed)}
     */
    public String secret() {
        byte[] seed = ((EdECPrivateKey) key)
                .getBytes()
                .orElseThrow(() -> new IllegalStateException("the platform does not give its own keys away"));
        byte[] encoded = new byte[1 + seed.length];
        encoded[0] = kind;
        System.arraycopy(seed, 0, encoded, 1, seed.length);
        return PREFIX + verifier.name() + "+" + KeyId.hex(verifier.keyId()) + "+"
                + Base64.getEncoder().encodeToString(encoded);
    }
}
