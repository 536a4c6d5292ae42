package sluice.guard.internal.trial;

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
import java.util.concurrent.ConcurrentHashMap;
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
import sluice.guard.internal.agent.Agent;

/** A Felix with the guard, a broker, the two APIs and a listener, all of them trusted; it can be stopped and started over its bundle cache. */
public final class City implements AutoCloseable {
    /** Every layer. */
    public static final Set<String> ALL = Set.of("admission", "resolve", "services", "weave", "agent", "jdk");

    private static final String ACTIVATOR = "sluice.guard.internal.GuardOnTrial";
    private static final Map<String, City> CITIES = new ConcurrentHashMap<>();

    private final Path home;
    private final String id = UUID.randomUUID().toString();
    private final List<String> diary = Collections.synchronizedList(new ArrayList<>());
    private final PlayedAgent agent;
    private Framework framework;
    private volatile Duration ahead = Duration.ZERO;

    private City(Path home, Set<String> layers) {
        this.home = home;
        CITIES.put(id, this);
        agent = new PlayedAgent(home.resolve("cache").toAbsolutePath(), layers, diary::add);
        framework = booted();
    }

    /** The city whose framework has this context. */
    public static City of(BundleContext context) {
        return requireNonNull(CITIES.get(context.getProperty("sluice.test.city")));
    }

    /** With its platform and the guard; all layers if none is named. */
    public static City in(Path home, String... layers) {
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
    public static City bare(Path home, String... layers) {
        return new City(home, layers.length == 0 ? ALL : Set.of(layers));
    }

    /** Starts again over the same bundle cache. */
    public void boot() {
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

    /** Stops the framework; the bundle cache stays. */
    public void shutDown() {
        try {
            framework.stop();
            framework.waitForStop(20_000);
        } catch (BundleException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Installs the guard, and waits until it is armed. */
    public Bundle startGuard() {
        Bundle guard = install(trusted(Jar.bundle("sluice.guard")
                .header("Bundle-Activator", ACTIVATOR)
                .header("Import-Package", "org.osgi.framework,sluice.guard.internal")));
        Bundles.start(guard);
        await().until(() -> service(Armed.class).isPresent());
        return guard;
    }

    /** A bundle of the platform: its digest is on the trust list. */
    public Bundle platform(Jar jar) {
        Bundle bundle = install(trusted(jar));
        Bundles.start(bundle);
        return bundle;
    }

    /** The bundle, as it was published, that a class of the class path belongs to. */
    public Bundle platform(String resource) {
        URL place = requireNonNull(City.class.getClassLoader().getResource(resource));
        Path jar =
                Path.of(URI.create(place.getPath().substring(0, place.getPath().indexOf('!'))));
        agent.trust(PlayedAgent.sha256(jar));
        return install(jar);
    }

    /** Writes a jar and puts it on the trust list. */
    public Path trusted(Jar jar) {
        Path file = jar.in(home);
        agent.trust(PlayedAgent.sha256(file));
        return file;
    }

    /** A guest by an accepted vendor, approved and started. */
    public Bundle approved(Jar jar, Key key) {
        Bundle bundle = install(key.sign(jar.in(home)));
        Admission.Answer answer = admission().approve(guest(bundle).digest(), "test");
        if (!answer.isDone()) {
            throw new IllegalStateException(answer.text());
        }
        return bundle;
    }

    /** Installs a jar; whether it may run is another matter. */
    public Bundle install(Path jar) {
        try (InputStream in = Files.newInputStream(jar)) {
            return context().installBundle("test:" + jar.getFileName(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BundleException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The verdict about a bundle. */
    public Guest guest(Bundle bundle) {
        return admission().guests().stream()
                .filter(guest -> guest.bundleId() == bundle.getBundleId())
                .findFirst()
                .orElseThrow();
    }

    /** The bundle of a symbolic name. */
    public Bundle bundle(String name) {
        for (Bundle bundle : context().getBundles()) {
            if (name.equals(bundle.getSymbolicName())) {
                return bundle;
            }
        }
        throw new IllegalArgumentException(name);
    }

    /** The operator's desk. */
    public Admission admission() {
        return service(Admission.class).orElseThrow();
    }

    /** A service as the framework itself sees it. */
    public <T> Optional<T> service(Class<T> type) {
        ServiceReference<T> reference = context().getServiceReference(type);
        return Optional.ofNullable(reference).map(context()::getService);
    }

    /** Writes the guard's events into the diary. */
    public void listen() {
        context()
                .registerService(
                        GuardListener.class,
                        (event, details) -> diary.add(event + " " + details.getOrDefault("name", "")),
                        null);
    }

    /** What happened, in order. */
    public List<String> diary() {
        synchronized (diary) {
            return List.copyOf(diary);
        }
    }

    /** Writes a line into the diary. */
    public void note(String line) {
        diary.add(line);
    }

    /** The framework's own context. */
    public BundleContext context() {
        return framework.getBundleContext();
    }

    /** The guard's files. */
    public Path folder() {
        return home.resolve("etc");
    }

    /** The agent that is played here. */
    public Agent agent() {
        return agent;
    }

    /** How far the guard's clock is ahead. */
    public Duration ahead() {
        return ahead;
    }

    /** Sets the guard's clock ahead. */
    public void goAhead(Duration time) {
        ahead = time;
    }

    /** Accepts a key, in the file, before the guard starts or by the operator. */
    public City accept(String vendor, Key key) {
        Admission.Answer answer = admission().addVendor(vendor, key.pem(), "test");
        if (!answer.isDone()) {
            throw new IllegalStateException(answer.text());
        }
        return this;
    }

    @Override
    public void close() {
        shutDown();
        CITIES.remove(id);
    }
}
