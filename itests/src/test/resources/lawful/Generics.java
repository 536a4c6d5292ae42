package lawful;

import java.util.List;

public final class Generics {
    public static volatile String result;

    public Generics() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        return largest(List.of(2, 9, 4)) == 9;
    }

    private static <T extends Comparable<? super T>> T largest(List<? extends T> all) {
        T best = all.get(0);
        for (T each : all) {
            best = each.compareTo(best) > 0 ? each : best;
        }
        return best;
    }
}
