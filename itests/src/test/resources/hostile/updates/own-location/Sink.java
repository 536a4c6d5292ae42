package hostile;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {
        loot = System.clearProperty("hostile.note");
    }
}
