package lawful;

public final class StringSwitch {
    public static volatile String result;

    public StringSwitch() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        String kind = "tilt".concat("ed");
        return switch (kind) {
            case "level" -> false;
            case "tilted" -> true;
            default -> false;
        };
    }
}
