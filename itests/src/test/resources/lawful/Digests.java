package lawful;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

public final class Digests {
    public static volatile String result;

    public Digests() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(new byte[0])[0] == (byte) 0xe3;
        } catch (NoSuchAlgorithmException absent) {
            return false;
        }
    }
}
