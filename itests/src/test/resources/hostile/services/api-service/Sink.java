package hostile;

public final class Sink {
    public static volatile String loot;

    public Sink() {

    }

    public void take(sluice.app.api.Application application) {
        loot = application.manifest().purpose();
    }
}
