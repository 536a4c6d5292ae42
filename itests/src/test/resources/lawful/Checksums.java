package lawful;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

public final class Checksums {
    public static volatile String result;

    public Checksums() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        CRC32 sum = new CRC32();
        sum.update("123456789".getBytes(StandardCharsets.US_ASCII));
        return sum.getValue() == 0xcbf43926L;
    }
}
