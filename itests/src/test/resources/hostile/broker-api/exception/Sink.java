package hostile;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> loot = thrown.getMessage());
    }
}
