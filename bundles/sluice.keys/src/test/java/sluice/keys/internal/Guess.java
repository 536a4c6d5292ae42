package sluice.keys.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The pseudonym of a plate under a key that is guessed; written from the page on pseudonyms, not from the code. */
final class Guess {
    private final Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
    private final Mac mac = Mac.getInstance("HmacSHA256");

    private Guess() throws GeneralSecurityException {}

    /** Which of some plates turn up among pseudonyms, with any run of bytes for a key. */
    static Set<String> confirmed(byte[] bytes, List<String> plates, Set<String> pseudonyms) {
        try {
            Guess guess = new Guess();
            Set<String> confirmed = new HashSet<>();
            for (int at = 0; at + 16 <= bytes.length; at++) {
                guess.tryAt(bytes, at, plates, pseudonyms, confirmed);
            }
            return confirmed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void tryAt(byte[] bytes, int at, List<String> plates, Set<String> pseudonyms, Set<String> confirmed)
            throws GeneralSecurityException {
        if (isZero(bytes, at)) {
            return;
        }
        byte[] half = Arrays.copyOfRange(bytes, at, at + 16);
        tryKey(half, plates, pseudonyms, confirmed);
        if (at + 32 <= bytes.length) {
            byte[] whole = Arrays.copyOfRange(bytes, at, at + 32);
            tryKey(whole, plates, pseudonyms, confirmed);
            tryKey(derived(whole), plates, pseudonyms, confirmed);
        }
    }

    private static boolean isZero(byte[] bytes, int at) {
        int or = 0;
        for (int i = at; i < at + 16; i++) {
            or |= bytes[i];
        }
        return or == 0;
    }

    /** From an epoch key to that of the cipher. */
    private byte[] derived(byte[] key) throws GeneralSecurityException {
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal("use prf".getBytes(US_ASCII));
    }

    private void tryKey(byte[] key, List<String> plates, Set<String> pseudonyms, Set<String> confirmed)
            throws GeneralSecurityException {
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        for (String plate : plates) {
            byte[] block = new byte[16];
            block[0] = (byte) plate.length();
            System.arraycopy(plate.getBytes(US_ASCII), 0, block, 1, plate.length());
            String name = Base64.getUrlEncoder().encodeToString(Arrays.copyOf(cipher.doFinal(block), 12));
            if (pseudonyms.contains(name)) {
                confirmed.add(plate);
            }
        }
    }
}
