package lawful;

import java.util.HashMap;
import java.util.Map;

public final class RecordKeys {
    public static volatile String result;

    public RecordKeys() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        Map<Cell, Integer> counts = new HashMap<>();
        counts.merge(new Cell(1, 2), 1, Integer::sum);
        counts.merge(new Cell(1, 2), 1, Integer::sum);
        return counts.get(new Cell(1, 2)) == 2;
    }

    private record Cell(int x, int y) {}
}
