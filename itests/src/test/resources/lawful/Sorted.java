package lawful;

import java.util.Arrays;

public final class Sorted {
    public static volatile String result;

    public Sorted() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        int[] numbers = {3, 1, 2};
        Arrays.sort(numbers);
        return Arrays.equals(numbers, new int[] {1, 2, 3}) && Arrays.copyOf(numbers, 2).length == 2;
    }
}
