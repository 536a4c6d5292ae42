package lawful;

import java.util.Map;
import java.util.TreeMap;

public final class Navigation {
    public static volatile String result;

    public Navigation() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        TreeMap<Integer, String> steps = new TreeMap<>(Map.of(1, "a", 5, "b"));
        return steps.floorEntry(4).getValue().equals("a") && steps.headMap(5, true).size() == 2;
    }
}
