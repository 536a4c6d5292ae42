package lawful;

import java.util.List;

public final class NestedLists {
    public static volatile String result;

    public NestedLists() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        List<List<Integer>> rows = List.of(List.of(1, 2), List.of(3));
        return rows.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum() == 6;
    }
}
