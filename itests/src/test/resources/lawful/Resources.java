package lawful;

public final class Resources {
    public static volatile String result;

    public Resources() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        StringBuilder order = new StringBuilder();
        try (Step first = () -> order.append(2);
                Step second = () -> order.append(1)) {
            order.append(first == second);
        }
        return order.toString().equals("false12");
    }

    private interface Step extends AutoCloseable {
        @Override
        void close();
    }
}
