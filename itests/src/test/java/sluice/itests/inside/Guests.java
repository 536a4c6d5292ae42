package sluice.itests.inside;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import sluice.app.api.Application;

/**
 * Bundles in whose name a test registers its applications. Policies know an application by its bundle's symbolic name, so each needs one of
 * its own; there is nothing else in it.
 */
final class Guests implements AutoCloseable {
    private final BundleContext context;
    private final List<Bundle> bundles = new ArrayList<>();

    Guests(BundleContext context) {
        this.context = context;
    }

    <A extends Application> A arrive(String symbolicName, A application) throws IOException, BundleException {
        Bundle bundle = context.installBundle("itests:" + symbolicName, emptyBundle(symbolicName));
        bundles.add(bundle);
        bundle.start();
        bundle.getBundleContext().registerService(Application.class, application, null);
        return application;
    }

    @Override
    public void close() throws BundleException {
        for (Bundle bundle : bundles) {
            bundle.uninstall();
        }
        bundles.clear();
    }

    private static InputStream emptyBundle(String symbolicName) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", symbolicName);
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        new JarOutputStream(jar, manifest).close();
        return new ByteArrayInputStream(jar.toByteArray());
    }
}
