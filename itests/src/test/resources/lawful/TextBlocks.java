package lawful;

public final class TextBlocks {
    public static volatile String result;

    public TextBlocks() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return """
                two
                lines
                """.lines().count() == 2;
    }
}
