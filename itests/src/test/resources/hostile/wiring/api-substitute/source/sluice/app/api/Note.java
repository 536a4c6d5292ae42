package sluice.app.api;

public final class Note {
    public static volatile String held;

    private Note() {}
}
