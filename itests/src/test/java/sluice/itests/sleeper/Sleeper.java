package sluice.itests.sleeper;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import sluice.app.api.Application;
import sluice.app.api.Context;
import sluice.app.api.Effect;
import sluice.app.api.Manifest;
import sluice.app.api.Observation;

/** Sleeps for a minute at each observation, and heeds no interrupt. */
public final class Sleeper implements Application {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    @Override
    public Manifest manifest() {
        return Manifest.forPurpose("waste-collection").needs("waste.container", Level.class);
    }

    @Override
    public List<Effect> on(Observation observation, Context context) {
        long end = System.nanoTime() + MINUTE_NANOS;
        for (long left = MINUTE_NANOS; left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            Thread.interrupted();
        }
        return List.of();
    }
}
