package sluice.guard.internal.trial;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** What a test does with a bundle. */
public final class Bundles {
    private Bundles() {}

    /** Starts it, which has to succeed. */
    public static void start(Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it was to be had that a bundle starts. */
    public static boolean starts(Bundle bundle) {
        try {
            bundle.start();
            return true;
        } catch (BundleException e) {
            return false;
        }
    }

    /** Whether it loads a class. */
    public static boolean loads(Bundle bundle, String className) {
        try {
            bundle.loadClass(className);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
