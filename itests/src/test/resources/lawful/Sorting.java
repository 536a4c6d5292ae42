package lawful;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

public final class Sorting {
    public static volatile String result;

    public Sorting() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        List<String> names = new ArrayList<>(List.of("b", "aa", "a"));
        names.sort(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
        return names.equals(List.of("a", "b", "aa"));
    }
}
