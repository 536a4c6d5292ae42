package hostile;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("hostile-context")) {
                loot = (String) thread.getContextClassLoader().loadClass("hostile.Source").getField("HELD").get(null);
            }
        }
    }
}
