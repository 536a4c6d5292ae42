package lawful;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class Streams {
    public static volatile String result;

    public Streams() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        Map<Boolean, Long> parts = Stream.of(1, 2, 3, 4, 5).collect(Collectors.partitioningBy(x -> x % 2 == 0, Collectors.counting()));
        return parts.get(true) == 2 && parts.get(false) == 3;
    }
}
