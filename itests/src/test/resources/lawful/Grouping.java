package lawful;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class Grouping {
    public static volatile String result;

    public Grouping() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        Map<Integer, List<String>> byLength = Stream.of("a", "bb", "cc").collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.toList()));
        return byLength.get(2).size() == 2;
    }
}
