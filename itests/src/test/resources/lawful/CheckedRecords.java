package lawful;

public final class CheckedRecords {
    public static volatile String result;

    public CheckedRecords() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        try {
            return new Share(2).value() > 2;
        } catch (IllegalArgumentException refused) {
            return refused.getMessage().startsWith("share");
        }
    }

    private record Share(double value) {
        Share {
            if (value > 1) {
                throw new IllegalArgumentException("share above 1: " + value);
            }
        }
    }
}
