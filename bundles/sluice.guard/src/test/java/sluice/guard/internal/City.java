package sluice.guard.internal;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import sluice.guard.Admission;
import sluice.guard.Armed;
import sluice.guard.GuardListener;
import sluice.guard.Guest;

/** A Felix with the guard, a broker, the two APIs and a listener, all of them trusted; it can be stopped and started over its bundle cache. */
final class City implements AutoCloseable {
    static final Set<String> ALL = Set.of("admission", "resolve", "services", "weave", "agent", "jdk");

    private final Path home;
    private final String id = UUID.randomUUID().toString();
    private final List<String> diary = Collections.synchronizedList(new ArrayList<>());
    private final PlayedAgent agent;
    private Framework framework;
    private volatile Duration ahead = Duration.ZERO;

    private City(Path home, Set<String> layers) {
        this.home = home;
        GuardOnTrial.CITIES.put(id, this);
        agent = new PlayedAgent(home.resolve("cache").toAbsolutePath(), layers, diary::add);
        framework = booted();
    }

    static City in(Path home, String... layers) {
        City city = bare(home, layers);
        city.platform(Jar.bundle("sluice.driver.spi")
                .header("Export-Package", "sluice.driver.spi,sluice.driver.spi.internal")
                .source("sluice.driver.spi.internal.Hidden", "public class Hidden {}")
                .source("sluice.driver.spi.Driver", "public interface Driver {}"));
        city.platform(Jar.bundle("sluice.app.api")
                .header("Export-Package", "sluice.app.api")
                .source("sluice.app.api.Application", "public interface Application {}"));
        city.platform(Jar.bundle("sluice.broker"));
        city.platform(Jar.bundle("sluice.spy").header("DynamicImport-Package", "*"));
        city.startGuard();
        return city;
    }

    /** Without any bundle yet. */
    static City bare(Path home, String... layers) {
        return new City(home, layers.length == 0 ? ALL : Set.of(layers));
    }

    /** Starts again over the same bundle cache. */
    void boot() {
        framework = booted();
    }

    private Framework booted() {
        Map<String, String> settings = new HashMap<>();
        settings.put("org.osgi.framework.storage", home.resolve("cache").toString());
        settings.put(
                "org.osgi.framework.system.packages.extra",
                "sluice.guard,sluice.guard.internal,org.slf4j;version=1.7.36");
        settings.put("org.osgi.framework.bsnversion", "multiple");
        settings.put("felix.log.level", "0");
        settings.put("sluice.test.city", id);
        Framework made = new FrameworkFactory().newFramework(settings);
        try {
            made.start();
            return made;
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    void shutDown() {
        try {
            framework.stop();
            framework.waitForStop(20_000);
        } catch (BundleException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Bundle startGuard() {
        Bundle guard = install(trusted(Jar.bundle("sluice.guard")
                .header("Bundle-Activator", GuardOnTrial.class.getName())
                .header("Import-Package", "org.osgi.framework,sluice.guard.internal")));
        Bundles.start(guard);
        await().until(() -> service(Armed.class).isPresent());
        return guard;
    }

    /** A bundle of the platform: its digest is on the trust list. */
    Bundle platform(Jar jar) {
        Bundle bundle = install(trusted(jar));
        Bundles.start(bundle);
        return bundle;
    }

    /** The bundle, as it was published, that a class of the class path belongs to. */
    Bundle platform(String resource) {
        URL place = requireNonNull(City.class.getClassLoader().getResource(resource));
        Path jar =
                Path.of(URI.create(place.getPath().substring(0, place.getPath().indexOf('!'))));
        agent.trust(PlayedAgent.sha256(jar));
        return install(jar);
    }

    Path trusted(Jar jar) {
        Path file = jar.in(home);
        agent.trust(PlayedAgent.sha256(file));
        return file;
    }

    /** A guest by an accepted vendor, approved and started. */
    Bundle approved(Jar jar, Key key) {
        Bundle bundle = install(key.sign(jar.in(home)));
        Admission.Answer answer = admission().approve(guest(bundle).digest(), "test");
        if (!answer.isDone()) {
            throw new IllegalStateException(answer.text());
        }
        return bundle;
    }

    Bundle install(Path jar) {
        try (InputStream in = Files.newInputStream(jar)) {
            return context().installBundle("test:" + jar.getFileName(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    Guest guest(Bundle bundle) {
        return admission().guests().stream()
                .filter(guest -> guest.bundleId() == bundle.getBundleId())
                .findFirst()
                .orElseThrow();
    }

    Bundle bundle(String name) {
        for (Bundle bundle : context().getBundles()) {
            if (name.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        throw new IllegalArgumentException(name);
    }

    Admission admission() {
        return service(Admission.class).orElseThrow();
    }

    <T> Optional<T> service(Class<T> type) {
        ServiceReference<T> reference = context().getServiceReference(type);
        return Optional.ofNullable(reference).map(context()::getService);
    }

    /** Writes the guard's events into the diary. */
    void listen() {
        context()
                .registerService(
                        GuardListener.class,
                        (event, details) -> diary.add(event + " " + details.getOrDefault("name", "")),
                        null);
    }

    /** What happened, in order. */
    List<String> diary() {
        synchronized (diary) {
            return List.copyOf(diary);
        }
    }

    void note(String line) {
        diary.add(line);
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    Path folder() {
        return home.resolve("etc");
    }

    PlayedAgent agent() {
        return agent;
    }

    Duration ahead() {
        return ahead;
    }

    void goAhead(Duration time) {
        ahead = time;
    }

    /** Accepts a key, in the file, before the guard starts or by the operator. */
    City accept(String vendor, Key key) {
        Admission.Answer answer = admission().addVendor(vendor, key.pem(), "test");
        if (!answer.isDone()) {
            throw new IllegalStateException(answer.text());
        }
        return this;
    }

    @Override
    public void close() {
        shutDown();
        GuardOnTrial.CITIES.remove(id);
    }
}
