package hostile.shared;

public final class Holder {
    public static volatile String held;

    private Holder() {}
}
