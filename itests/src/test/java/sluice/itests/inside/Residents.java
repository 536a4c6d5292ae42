package sluice.itests.inside;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** All bundles but those that come and go: which are here, and since when they are as they are. */
final class Residents {
    private Residents() {}

    /** Bundle to a text that changes when the bundle is updated, refreshed, stopped or started. */
    static Map<String, String> of(BundleContext context, Set<String> visitors) {
        Map<String, String> residents = new TreeMap<>();
        Arrays.stream(context.getBundles())
                .filter(bundle -> !visitors.contains(bundle.getSymbolicName()))
                .forEach(bundle -> residents.put(bundle.getBundleId() + " " + bundle.getSymbolicName(), state(bundle)));
        return residents;
    }

    /** A bundle's context is made anew at each start, and its modification time at each update. */
    private static String state(Bundle bundle) {
        return bundle.getState() + " " + bundle.getLastModified() + " "
                + System.identityHashCode(bundle.getBundleContext());
    }
}
