package lawful;

public final class InnerClasses {
    public static volatile String result;

    public InnerClasses() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return new Records2().new Inner().sum() == 3;
    }

    private static final class Records2 {
        private final int one = 1;

        private final class Inner {
            int sum() {
                return one + 2;
            }
        }
    }
}
