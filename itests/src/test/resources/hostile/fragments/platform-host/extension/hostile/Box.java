package hostile;

public final class Box {
    public static volatile String held;

    private Box() {}
}
