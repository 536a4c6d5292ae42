package lawful;

public final class Concatenation {
    public static volatile String result;

    public Concatenation() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        int number = 7;
        return ("a" + number + 'b' + 1.5 + true).equals("a7b1.5true");
    }
}
