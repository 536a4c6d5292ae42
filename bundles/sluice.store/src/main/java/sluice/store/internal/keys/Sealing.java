package sluice.store.internal.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits before the text and a tag of 128 bits after it. A key seals the records of
 * one purpose and one deadline only, so it stays far below 2^32 of them.
 */
public final class Sealing {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random;

    /**
     * A sealer.
     *
     * @param random where nonces come from
     */
    public Sealing(SecureRandom random) {
        this.random = random;
    }

    /**
     * Seals a text.
     *
     * @param key the key
     * @param bound what the text belongs to; needed to open it, and not in it
     * @param text the text
     * @return nonce, sealed text, tag
     */
    public byte[] seal(DataKeys.DataKey key, String bound, byte[] text) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key.secret(), nonce, bound);
            ByteBuffer sealed = ByteBuffer.allocate(NONCE + cipher.getOutputSize(text.length));
            sealed.put(nonce);
            cipher.doFinal(ByteBuffer.wrap(text), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    /**
     * Opens what was sealed.
     *
     * @param key the key
     * @param bound as it was sealed
     * @param sealed nonce, sealed text, tag
     * @return empty if it was changed, moved, or sealed with another key
     */
    public Optional<byte[]> open(DataKeys.DataKey key, String bound, byte[] sealed) {
        if (sealed.length < NONCE + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        try {
            byte[] nonce = java.util.Arrays.copyOf(sealed, NONCE);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key.secret(), nonce, bound);
            return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (AEADBadTagException changed) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    private static Cipher cipher(int mode, byte[] secret, byte[] nonce, String bound) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(UTF_8));
        return cipher;
    }
}
