package sluice.itests.inside;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

/** An application that keeps what it is told for its test. */
final class Listener implements Application {
    private final Manifest manifest;
    private final BlockingQueue<Record> told = new LinkedBlockingQueue<>();

    Listener(String purpose, String stream, Class<? extends Record> record) {
        this.manifest = Manifest.forPurpose(purpose).needs(stream, record);
    }

    @Override
    public Manifest manifest() {
        return manifest;
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        told.add(observation.values());
        return List.of();
    }

    /** What it is told next, or null if it was told nothing for 20 s. */
    @Nullable
    Record next() throws InterruptedException {
        return told.poll(20, TimeUnit.SECONDS);
    }

    /** What it was told and nobody has asked for yet. */
    List<Record> rest() {
        return List.copyOf(told);
    }
}
