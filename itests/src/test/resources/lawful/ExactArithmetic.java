package lawful;

public final class ExactArithmetic {
    public static volatile String result;

    public ExactArithmetic() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        try {
            return Math.addExact(Integer.MAX_VALUE, 1) > 0;
        } catch (ArithmeticException tooLarge) {
            return Math.floorMod(-1, 4) == 3;
        }
    }
}
