package sluice.broker.core.plan.worker;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.Keys.EpochKey;

/**
 * A pseudo-random function for one thread: AES-256 (FIPS 197), chained as in CBC-MAC (ISO/IEC 9797-1 algorithm 1) over messages with their
 * length in front. M. Bellare, J. Kilian, P. Rogaway: The Security of the Cipher Block Chaining Message Authentication Code (JCSS 2000): it is
 * one as long as no message is the beginning of another. A message of one block is one call of the cipher. See ADR 0023.
 *
 * <p>The cipher is let go of when the key is destroyed, on the thread that destroys; the JDK offers no way to overwrite its key schedule.
 */
final class Prf {
    static final int BLOCK = 16;

    private static final String USE = "prf";
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private volatile @Nullable Cipher cipher;

    private Prf(@Nullable Cipher cipher) {
        this.cipher = cipher;
    }

    static Prf of(EpochKey key) {
        byte[] secret = key.derive(USE);
        Prf prf = new Prf(secret == null ? null : cipher(secret));
        key.whenDestroyed(prf::forget);
        return prf;
    }

    /** Overwrites the secret. */
    static Cipher cipher(byte[] secret) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(secret, "AES"));
            return cipher;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private void forget() {
        cipher = null;
    }

    /** False if the key is destroyed; what is in the block then is nothing. */
    boolean apply(Message message, byte[] block) {
        Cipher present = cipher;
        if (present == null) {
            return false;
        }
        chain(present, message.blocks(), message.filled(), block);
        return true;
    }

    /** From zero: block = E(block xor the next 16 bytes). Done in the bytes themselves: the JDK copies what is encrypted into its own place. */
    static void chain(Cipher cipher, byte[] bytes, int length, byte[] block) {
        try {
            cipher.update(bytes, 0, BLOCK, block, 0);
            if (length > BLOCK) {
                goOn(cipher, bytes, length, block);
            }
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void goOn(Cipher cipher, byte[] bytes, int length, byte[] block) throws GeneralSecurityException {
        for (int at = BLOCK; at < length; at += BLOCK) {
            mix(bytes, at, block, 0);
            mix(bytes, at + Long.BYTES, block, Long.BYTES);
            cipher.update(bytes, at, BLOCK, block, 0);
        }
    }

    private static void mix(byte[] bytes, int at, byte[] block, int from) {
        EIGHT.set(bytes, at, (long) EIGHT.get(bytes, at) ^ (long) EIGHT.get(block, from));
    }
}
