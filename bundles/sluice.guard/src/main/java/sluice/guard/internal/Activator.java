package sluice.guard.internal;

import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import sluice.guard.internal.agent.GateAgent;

/** Starts the guard if the agent is there, and stops it. */
public final class Activator implements BundleActivator {
    private @Nullable Guard guard;

    @Override
    public void start(BundleContext context) throws BundleException {
        if (!GateAgent.isPresent()) {
            throw new BundleException("the guard needs its agent, and the broker needs the guard: start the JVM with"
                    + " -javaagent:lib/guard/sluice.guard.agent.jar, as bin/karaf does");
        }
        String etc = context.getProperty("karaf.etc");
        Path folder = Path.of(etc == null ? "etc" : etc).resolve("sluice").resolve("guard");
        Guard made = new Guard(context, new GateAgent(), folder, InstantSource.system());
        guard = made;
        made.start();
    }

    @Override
    public void stop(BundleContext context) {
        if (guard != null) {
            guard.stop();
        }
    }
}
