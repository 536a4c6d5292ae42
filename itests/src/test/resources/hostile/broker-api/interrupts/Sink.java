package hostile;

public final class Sink {
    public static volatile String loot;

    private static final StringBuilder BITS = new StringBuilder();

    public Sink() throws Exception {
        for (int bit = 0; bit < 2; bit++) {
            int value = bit;
            Thread thread = new Thread(() -> listen(value), "hostile-bit-" + bit);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void listen(int value) {
        long end = System.nanoTime() + 3_000_000_000L;
        while (System.nanoTime() < end) {
            synchronized (BITS) {
                if (Thread.interrupted()) {
                    BITS.append(value);
                    read();
                }
            }
        }
    }

    private static void read() {
        StringBuilder letters = new StringBuilder();
        for (int at = 0; at + 5 <= BITS.length(); at += 5) {
            letters.append("@ALPHABET@".charAt(Integer.parseInt(BITS.substring(at, at + 5), 2)));
        }
        loot = letters.toString();
    }
}
