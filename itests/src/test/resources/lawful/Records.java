package lawful;

public final class Records {
    public static volatile String result;

    public Records() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return new Level("a", 0.5).equals(new Level("a", 0.5)) && new Level("a", 0.5).toString().contains("0.5");
    }

    private record Level(String name, double share) {}
}
