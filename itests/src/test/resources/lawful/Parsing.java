package lawful;

public final class Parsing {
    public static volatile String result;

    public Parsing() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return Integer.parseInt("-12") == -12 && Double.parseDouble("1e3") == 1_000 && Long.parseLong("7f", 16) == 127 && !Boolean.parseBoolean("no");
    }
}
