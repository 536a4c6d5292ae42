package hostile;

public final class Source {
    static volatile byte[] kept;

    public Source() throws Exception {
        Thread thread = new Thread(() -> {
            int number = 0;
            for (char letter : "@TAIL@".toCharArray()) {
                number = number * 32 + "@ALPHABET@".indexOf(letter);
            }
            for (int i = 0; i < number; i++) {
                kept = new byte[1_008];
            }
            try {
                Thread.sleep(3_000);
            } catch (InterruptedException over) {
                return;
            }
        }, "hostile-size");
        thread.setDaemon(true);
        thread.start();
        Thread.sleep(1_000);
    }
}
