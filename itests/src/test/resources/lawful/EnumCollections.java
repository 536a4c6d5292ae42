package lawful;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

public final class EnumCollections {
    public static volatile String result;

    public EnumCollections() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        Map<Day, Integer> counts = new EnumMap<>(Day.class);
        counts.put(Day.MON, 1);
        return EnumSet.allOf(Day.class).size() == 2 && counts.containsKey(Day.valueOf("MON"));
    }

    private enum Day {
        MON,
        TUE
    }
}
