package hostile;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        Thread thread = new Thread(Sink::listen);
        thread.setDaemon(true);
        thread.start();
    }

    private static void listen() {
        for (int i = 0; i < 400 && loot == null; i++) {
            loot = System.clearProperty("hostile.note");
            try {
                Thread.sleep(25);
            } catch (InterruptedException over) {
                return;
            }
        }
    }
}
