package lawful;

public final class Varargs {
    public static volatile String result;

    public Varargs() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return sum(1, 2, 3) == 6 && sum() == 0;
    }

    private static int sum(int... numbers) {
        int sum = 0;
        for (int number : numbers) {
            sum += number;
        }
        return sum;
    }
}
