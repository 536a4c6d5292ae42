package lawful;

import java.util.regex.Pattern;

public final class Expressions {
    public static volatile String result;

    public Expressions() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return Pattern.compile("[a-z]{1,8}-[0-9]{3}").matcher("bin-007").matches();
    }
}
