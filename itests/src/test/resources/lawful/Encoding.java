package lawful;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

public final class Encoding {
    public static volatile String result;

    public Encoding() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return new String(Base64.getDecoder().decode("c2x1aWNl"), StandardCharsets.UTF_8).equals("sluice");
    }
}
