package sluice.itests.hostile;

import java.util.Map;

/** The manifest headers that a component's bundle has from bnd, and with which a case would pass for one. */
final class Headers {
    private static final String CAPABILITIES =
            "osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.3.0)(!(version>=2.0.0)))\",osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\"";

    private Headers() {}

    /** The symbolic name of a part's bundle; the version that comes before has the source's. */
    static String name(String name, String part) {
        return "hostile." + name + "." + (part.equals("before") ? "source" : part);
    }

    /** Adds what the case does not set itself. */
    static void complete(Map<String, String> headers, String name, String part) {
        headers.putIfAbsent("Bundle-ManifestVersion", "2");
        headers.putIfAbsent("Bundle-SymbolicName", name(name, part));
        headers.putIfAbsent("Bundle-Version", part.equals("before") ? "0.9.0" : "1.0.0");
        headers.putIfAbsent("Sluice-Allow-List", "1");
        if (headers.containsKey("Service-Component")) {
            headers.putIfAbsent("Require-Capability", CAPABILITIES);
        }
    }
}
