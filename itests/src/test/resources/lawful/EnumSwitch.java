package lawful;

public final class EnumSwitch {
    public static volatile String result;

    public EnumSwitch() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return switch (Light.RED) {
            case RED -> true;
            case GREEN -> false;
        };
    }

    private enum Light {
        RED,
        GREEN
    }
}
