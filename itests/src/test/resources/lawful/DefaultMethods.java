package lawful;

public final class DefaultMethods {
    public static volatile String result;

    public DefaultMethods() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return new Named() {
            @Override
            public String name() {
                return "x";
            }
        }.greeting().equals("hello x");
    }

    private interface Named {
        String name();

        default String greeting() {
            return hello() + name();
        }

        private String hello() {
            return "hello ";
        }
    }
}
