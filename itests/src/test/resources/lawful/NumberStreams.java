package lawful;

import java.util.stream.IntStream;

public final class NumberStreams {
    public static volatile String result;

    public NumberStreams() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return IntStream.rangeClosed(1, 4).asDoubleStream().average().orElse(0) == 2.5;
    }
}
