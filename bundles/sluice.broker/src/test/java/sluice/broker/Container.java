package sluice.broker;

import static java.util.stream.Collectors.joining;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.scr.info.ScrInfo;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import sluice.broker.core.port.PolicySource;

/** The broker's real bundle in a real framework with real Declarative Services. What the broker needs is registered by the test. */
final class Container implements AutoCloseable {
    private static final String PACKAGES = Stream.of(
                    "sluice.guard;version=1.0.0",
                    "sluice.broker.core.model;version=1.0.0",
                    "sluice.broker.core.port;version=1.0.0",
                    "sluice.driver.spi;version=1.0.0",
                    "sluice.app.api;version=1.1.0",
                    "sluice.json;version=1.0.0",
                    "org.slf4j;version=1.7.36",
                    "org.osgi.service.component;version=1.5.0",
                    "org.osgi.service.component.runtime;version=1.5.0",
                    "org.osgi.service.component.runtime.dto;version=1.5.0",
                    "org.osgi.util.promise;version=1.3.0")
            .collect(joining(","));

    private final Framework framework;

    Container(Path folder) {
        System.setProperty("karaf.data", folder.toString());
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("cache").toString(),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        PACKAGES,
                        Constants.FRAMEWORK_BUNDLE_PARENT,
                        Constants.FRAMEWORK_BUNDLE_PARENT_FRAMEWORK,
                        "felix.log.level",
                        "1"));
        try {
            framework.start();
            context()
                    .installBundle(ScrInfo.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toString())
                    .start();
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Installs and starts what the build made of this module. */
    Bundle startBroker() throws IOException, BundleException {
        Path classes = Path.of("target/classes");
        Bundle bundle = context().installBundle("broker", jar(classes));
        bundle.start();
        return bundle;
    }

    /** A bundle with a name and nothing in it, in whose name a test registers a guest. */
    BundleContext guest(String symbolicName) throws IOException, BundleException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", symbolicName);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new JarOutputStream(bytes, manifest).close();
        Bundle bundle = context().installBundle(symbolicName, new ByteArrayInputStream(bytes.toByteArray()));
        bundle.start();
        return bundle.getBundleContext();
    }

    boolean offers(Class<?> service) {
        return context().getServiceReference(service) != null;
    }

    <S> S service(Class<S> type) {
        return context().getService(context().getServiceReference(type));
    }

    static PolicySource policies() {
        return active -> {
            active.accept(City.policies());
            return () -> {};
        };
    }

    @Override
    public void close() throws BundleException {
        framework.stop();
        try {
            framework.waitForStop(20_000);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static InputStream jar(Path classes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream manifest = Files.newInputStream(classes.resolve("META-INF/MANIFEST.MF"));
                JarOutputStream jar = new JarOutputStream(bytes, new Manifest(manifest));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = classes.relativize(file).toString();
                if (!name.equals("META-INF/MANIFEST.MF")) {
                    jar.putNextEntry(new JarEntry(name));
                    jar.write(Files.readAllBytes(file));
                    jar.closeEntry();
                }
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
