package lawful;

public final class Builders {
    public static volatile String result;

    public Builders() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return new StringBuilder("abc").reverse().append(1).insert(0, 'x').toString().equals("xcba1");
    }
}
