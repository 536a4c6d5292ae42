package lawful;

public final class Labels {
    public static volatile String result;

    public Labels() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        outer:
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (i * j == 2) {
                    break outer;
                }
                if (i == 2) {
                    return false;
                }
            }
        }
        return true;
    }
}
