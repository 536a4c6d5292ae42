package sluice.itests.lab;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Remembers class loaders of bundles without holding them. */
final class Loaders {
    private final List<WeakReference<ClassLoader>> remembered = new ArrayList<>();

    synchronized String remember(Bundle bundle) {
        remembered.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
        return Integer.toString(remembered.size());
    }

    /** How many of them are still there after a collection. */
    synchronized String alive() {
        System.gc();
        remembered.removeIf(loader -> loader.get() == null);
        return Integer.toString(remembered.size());
    }
}
