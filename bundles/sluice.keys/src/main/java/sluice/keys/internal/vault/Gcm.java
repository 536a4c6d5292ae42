package sluice.keys.internal.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals bytes under a key: AES-GCM (NIST SP 800-38D) with a random nonce of 96 bits in front and a tag of 128 bits behind. A key seals a few
 * thousand times at most.
 *
 * @param provider whose cipher; null for the JDK's
 */
record Gcm(@Nullable Provider provider) {
    static final int NONCE = 12;
    static final int TAG = 16;

    private static final String NAME = "AES/GCM/NoPadding";

    byte[] seal(SecretKey key, byte[] context, byte[] plain) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        return seal(key, nonce, context, plain);
    }

    byte[] seal(SecretKey key, byte[] nonce, byte[] context, byte[] plain) throws GeneralSecurityException {
        Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce);
        cipher.updateAAD(context);
        byte[] sealed = cipher.doFinal(plain);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    /** Throws AEADBadTagException if key, context or bytes are not those of the seal. */
    byte[] open(SecretKey key, byte[] context, byte[] sealed) throws GeneralSecurityException {
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE));
        cipher.updateAAD(context);
        return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
    }

    private Cipher cipher(int mode, SecretKey key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = provider == null || !hasCipher(provider)
                ? Cipher.getInstance(NAME)
                : Cipher.getInstance(NAME, provider);
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        return cipher;
    }

    /** A provider of keystores need not have ciphers. */
    private static boolean hasCipher(Provider provider) {
        return provider.getService("Cipher", NAME) != null || provider.getService("Cipher", "AES") != null;
    }
}
