package sluice.guard.internal.roll;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** Whether a bundle should be running by now. */
final class StartLevels {
    private StartLevels() {}

    /** Whether it was started for good, is down, and its level has been reached; on the way up the framework starts it itself. */
    static boolean isDue(BundleContext context, Bundle bundle) {
        int reached = context.getBundle(0).adapt(FrameworkStartLevel.class).getStartLevel();
        BundleStartLevel own = bundle.adapt(BundleStartLevel.class);
        return own != null
                && own.isPersistentlyStarted()
                && own.getStartLevel() <= reached
                && (bundle.getState() & (Bundle.STARTING | Bundle.ACTIVE)) == 0;
    }
}
