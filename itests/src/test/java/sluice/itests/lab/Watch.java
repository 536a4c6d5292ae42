package sluice.itests.lab;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Writes down in which order services go and come, and bundles stop, as far as their names begin with what it is told. */
final class Watch {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    Watch(BundleContext context, List<String> beginnings) {
        context.addServiceListener(event -> {
            for (String name : (String[]) event.getServiceReference().getProperty("objectClass")) {
                note(beginnings, event.getType() == ServiceEvent.UNREGISTERING ? "gone" : "here", name);
            }
        });
        context.addBundleListener((SynchronousBundleListener) event -> {
            if (event.getType() == BundleEvent.STOPPED) {
                note(beginnings, "stopped", String.valueOf(event.getBundle().getSymbolicName()));
            }
        });
    }

    private void note(List<String> beginnings, String what, String name) {
        if (beginnings.stream().anyMatch(name::startsWith)) {
            seen.add(what + " " + name);
        }
    }

    /** A line each, in order; forgotten then. */
    String seen() {
        Object[] lines = seen.toArray();
        seen.removeAll(Arrays.asList(lines));
        return Arrays.stream(lines).map(Object::toString).collect(Collectors.joining("\n"));
    }
}
