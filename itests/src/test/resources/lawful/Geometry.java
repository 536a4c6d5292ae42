package lawful;

public final class Geometry {
    public static volatile String result;

    public Geometry() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        double metres = 6_371_008.8 * Math.acos(Math.sin(0) * Math.sin(0) + Math.cos(0) * Math.cos(0) * Math.cos(Math.toRadians(1)));
        return Math.abs(metres - 111_195) < 1;
    }
}
