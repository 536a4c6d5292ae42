package hostile;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("hostile ")) {
                loot = thread.getName();
            }
        }
    }
}
