package lawful;

public final class Exceptions {
    public static volatile String result;

    public Exceptions() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        int steps = 0;
        try {
            steps++;
            throw new Odd();
        } catch (Odd odd) {
            steps++;
        } finally {
            steps++;
        }
        return steps == 3;
    }

    private static final class Odd extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
