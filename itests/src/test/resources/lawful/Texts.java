package lawful;

public final class Texts {
    public static volatile String result;

    public Texts() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return String.join(",", "a b".split(" ")).equals("a,b") && " x ".strip().repeat(2).equals("xx") && "ab".chars().sum() == 195;
    }
}
