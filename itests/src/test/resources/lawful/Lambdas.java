package lawful;

import java.util.function.Function;

public final class Lambdas {
    public static volatile String result;

    public Lambdas() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        Function<Integer, Integer> twice = x -> 2 * x;
        return twice.andThen(x -> x + 1).compose((Integer x) -> x * 10).apply(1) == 21;
    }
}
