package sluice.itests.inside;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.BundleWiring;

/** A bundle that is deployed for a while, and what should be gone after it. */
final class Visit {
    private final Bundle bundle;

    private Visit(Bundle bundle) {
        this.bundle = bundle;
    }

    static Visit begin(BundleContext context, String location) throws BundleException {
        Visit visit = new Visit(context.installBundle(location));
        visit.bundle.start();
        return visit;
    }

    /** Its class loader, and some of its classes. */
    List<WeakReference<Object>> traces(List<String> classes) throws ClassNotFoundException {
        List<WeakReference<Object>> traces = new ArrayList<>();
        traces.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
        for (String name : classes) {
            traces.add(new WeakReference<>(bundle.loadClass(name)));
        }
        return traces;
    }

    void end() throws BundleException {
        bundle.stop();
        bundle.uninstall();
    }
}
