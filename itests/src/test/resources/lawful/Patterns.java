package lawful;

public final class Patterns {
    public static volatile String result;

    public Patterns() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        Object value = "text";
        return value instanceof String text && text.length() == 4 && !(value instanceof Integer);
    }
}
