package lawful;

import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class Collecting {
    public static volatile String result;

    public Collecting() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return Stream.of("b", "a").collect(Collectors.joining("-", "[", "]")).equals("[b-a]") && Stream.iterate(1, x -> x * 2).limit(5).reduce(0, Integer::sum) == 31;
    }
}
