package sluice.guard.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** What a test does with a bundle. */
final class Bundles {
    private Bundles() {}

    static void start(Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it was to be had that a bundle starts. */
    static boolean starts(Bundle bundle) {
        try {
            bundle.start();
            return true;
        } catch (BundleException e) {
            return false;
        }
    }

    static boolean loads(Bundle bundle, String className) {
        try {
            bundle.loadClass(className);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
