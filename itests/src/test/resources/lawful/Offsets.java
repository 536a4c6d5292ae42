package lawful;

import java.time.Instant;
import java.time.ZoneOffset;

public final class Offsets {
    public static volatile String result;

    public Offsets() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return Instant.ofEpochSecond(0).atOffset(ZoneOffset.UTC).getHour() == 0;
    }
}
