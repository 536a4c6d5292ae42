package lawful;

public final class GenericBridges {
    public static volatile String result;

    public GenericBridges() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return new Later().compareTo(new Later()) == 0;
    }

    private static final class Later implements Comparable<Later> {
        @Override
        public int compareTo(Later other) {
            return 0;
        }
    }
}
