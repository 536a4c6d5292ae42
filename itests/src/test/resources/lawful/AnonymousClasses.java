package lawful;

import java.util.Iterator;

public final class AnonymousClasses {
    public static volatile String result;

    public AnonymousClasses() {
        result = check() ? "ok" : "wrong";
    }

    private static boolean check() {
        Iterator<Integer> numbers = new Iterator<>() {
            private int next = 0;

            @Override
            public boolean hasNext() {
                return next < 3;
            }

            @Override
            public Integer next() {
                return next++;
            }
        };
        int sum = 0;
        while (numbers.hasNext()) {
            sum += numbers.next();
        }
        return sum == 3;
    }
}
