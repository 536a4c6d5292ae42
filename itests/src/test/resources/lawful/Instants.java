package lawful;

import java.time.Duration;
import java.time.Instant;

public final class Instants {
    public static volatile String result;

    public Instants() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(90)).equals(Instant.ofEpochSecond(1_767_231_000L));
    }
}
