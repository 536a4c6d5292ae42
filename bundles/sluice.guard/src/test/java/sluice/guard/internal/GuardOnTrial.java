package sluice.guard.internal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import sluice.guard.internal.trial.City;

/** The activator of the guard's bundle in a {@link City}; as the real one, but for the agent. */
public final class GuardOnTrial implements BundleActivator {
    private @Nullable Guard guard;

    @Override
    public void start(BundleContext context) throws BundleException {
        City city = City.of(context);
        InstantSource clock = () -> Instant.now().plus(city.ahead());
        Guard made = new Guard(context, city.agent(), city.folder(), clock);
        guard = made;
        made.start();
    }

    @Override
    public void stop(BundleContext context) {
        requireNonNull(guard).stop();
    }
}
