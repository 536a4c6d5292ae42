package lawful;

import java.util.Optional;

public final class Optionals {
    public static volatile String result;

    public Optionals() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return Optional.of("x").map(String::length).filter(length -> length == 1).orElseThrow() == 1;
    }
}
