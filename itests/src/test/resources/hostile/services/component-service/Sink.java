package hostile;

public final class Sink {
    public static volatile String loot;

    public Sink() throws Exception {

    }

    public void take(java.util.function.Supplier<String> supplier) {
        loot = supplier.get();
    }
}
