package sluice.guard.internal.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.PrototypeServiceFactory;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import sluice.guard.Guest.State;
import sluice.guard.internal.trial.Bundles;
import sluice.guard.internal.trial.City;
import sluice.guard.internal.trial.Jar;
import sluice.guard.internal.trial.Key;

/** Who sees whose services. Services are registered through the guest's own context, as Declarative Services does it. */
final class ServicesTest {
    private static final Key ACME = Key.of("acme");
    private static final String ANY = "";
    private static final String DRIVER = "sluice.driver.spi.Driver";

    @TempDir
    private Path home;

    private City city;
    private Bundle guest;
    private BundleContext broker;
    private BundleContext spy;

    @BeforeEach
    void start() {
        city = City.in(home).accept("acme", ACME);
        guest = city.approved(Jar.driver("acme.bin").source("acme.bin.Own", "public class Own {}"), ACME);
        broker = city.bundle("sluice.broker").getBundleContext();
        spy = city.bundle("sluice.spy").getBundleContext();
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void only_the_broker_finds_a_driver() {
        register(guest, DRIVER);

        assertThat(found(broker, DRIVER)).hasSize(1);
        assertThat(found(spy, DRIVER)).isEmpty();
        assertThat(found(spy, ANY)).noneMatch(reference -> guest.equals(reference.getBundle()));
    }

    @Test
    void only_the_broker_hears_of_a_driver() {
        List<String> brokerHears = listen(broker);
        List<String> spyHears = listen(spy);

        register(guest, DRIVER).unregister();

        assertThat(brokerHears).containsExactly(DRIVER + " 1", DRIVER + " 4");
        assertThat(spyHears).isEmpty();
    }

    /** A name is not enough: the broker is the trusted bundle of that name. */
    @Test
    void another_guest_is_not_the_broker_whatever_its_name() {
        Bundle other = city.approved(Jar.driver("acme.other"), ACME);
        List<String> hears = listen(other.getBundleContext());
        register(guest, DRIVER);

        assertThat(found(other.getBundleContext(), DRIVER)).isEmpty();
        assertThat(hears).isEmpty();
    }

    @Test
    void a_guest_sees_its_own_services_only() {
        register(guest, "acme.bin.Own");
        BundleContext own = guest.getBundleContext();

        assertThat(found(own, "acme.bin.Own")).hasSize(1);
        assertThat(found(own, ANY)).allMatch(reference -> guest.equals(reference.getBundle()));
        assertThat(found(broker, "acme.bin.Own")).isEmpty();
    }

    @Test
    void a_guest_does_not_hear_of_the_platforms_services() {
        List<String> hears = listen(guest.getBundleContext());

        spy.registerService(Runnable.class, () -> {}, null);

        assertThat(hears).isEmpty();
    }

    @Test
    void a_guest_sees_what_the_platform_grants() {
        spy.registerService("sluice.driver.spi.Clock", new Anything(), new Hashtable<>(Map.of("sluice.granted", true)));
        spy.registerService("sluice.driver.spi.Other", new Anything(), null);
        spy.registerService(
                new String[] {"sluice.driver.spi.Wide", "java.lang.Runnable"},
                new Anything(),
                new Hashtable<>(Map.of("sluice.granted", true)));

        assertThat(found(guest.getBundleContext(), ANY))
                .singleElement()
                .matches(reference -> ((String[]) reference.getProperty("objectClass"))[0].endsWith("Clock"));
    }

    /** The component runtime looks with a guest's context, for the configuration of a guest's component. */
    @Test
    void a_guest_sees_the_configuration_service_and_nothing_that_is_more() {
        String service = "org.osgi.service.cm.ConfigurationAdmin";
        spy.registerService(new String[] {service, "java.lang.Runnable"}, new Anything(), null);
        assertThat(found(guest.getBundleContext(), ANY)).isEmpty();

        spy.registerService(service, new Anything(), null);

        assertThat(found(guest.getBundleContext(), ANY)).hasSize(1);
    }

    /** The property alone grants nothing, on a service of another guest. */
    @Test
    void no_guest_grants() {
        Bundle other = city.approved(Jar.driver("acme.other"), ACME);
        guest.getBundleContext()
                .registerService(DRIVER, new Anything(), new Hashtable<>(Map.of("sluice.granted", true)));

        assertThat(found(other.getBundleContext(), ANY)).isEmpty();
    }

    /** The framework takes hooks and URL handlers from its registry, where no hook of ours is asked: such a guest has to go. */
    @Test
    void a_guest_that_registers_a_foreign_type_is_expelled() {
        for (String type : List.of(
                "java.lang.Runnable",
                "org.osgi.service.url.URLStreamHandlerService",
                "org.osgi.framework.hooks.resolver.ResolverHookFactory",
                "org.osgi.service.cm.ManagedService",
                "org.osgi.service.event.EventHandler")) {
            Bundle bundle = city.approved(Jar.driver("acme.x" + type.length()), ACME);
            register(bundle, type);

            await().until(() -> bundle.getState() == Bundle.INSTALLED);
            assertThat(found(spy, type)).noneMatch(reference -> bundle.equals(reference.getBundle()));
            assertThat(city.guest(bundle).state()).isEqualTo(State.REFUSED);
            assertThat(city.guest(bundle).reasons().get(0)).contains(type, "foreign-service");
            assertThat(Bundles.starts(bundle)).isFalse();
        }
        // The platform resolves on.
        city.platform(Jar.bundle("p").header("Import-Package", "sluice.app.api"));
    }

    /** The component runtime does so when a component is configured. */
    @Test
    void what_the_platform_registers_in_a_guests_name_for_its_configuration_is_the_platforms() throws Exception {
        String service = "org.osgi.service.cm.ManagedService";
        Bundle runtime = city.platform(Jar.bundle("scr").source(service, "public class ManagedService {}"));
        Object stand = runtime.loadClass(service).getConstructor().newInstance();

        guest.getBundleContext().registerService(service, stand, null);

        assertThat(guest.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(found(spy, service)).isEmpty();
    }

    @Test
    void a_service_that_becomes_foreign_counts_too() {
        Bundle bundle = city.approved(Jar.driver("acme.x"), ACME);
        bundle.getBundleContext().registerService(new String[] {DRIVER, "java.lang.Runnable"}, new Anything(), null);

        await().until(() -> bundle.getState() == Bundle.INSTALLED);
    }

    /** Each layer holds alone: this one needs no verdict. */
    @Test
    void expulsion_needs_no_admission() throws IOException {
        stop();
        city = City.in(Files.createDirectory(home.resolve("other")), "resolve", "services");
        Bundle bundle = city.install(Jar.driver("acme.x").in(home));
        Bundles.start(bundle);
        register(bundle, "java.lang.Runnable");

        await().until(() -> bundle.getState() == Bundle.INSTALLED);
        assertThat(Bundles.starts(bundle)).isFalse();
    }

    @Test
    void the_broker_hears_the_end_of_a_driver_whose_approval_was_taken_back() {
        register(guest, DRIVER);
        List<String> hears = listen(broker);

        city.admission().withdraw(city.guest(guest).digest(), "test");

        assertThat(hears).containsExactly(DRIVER + " 4");
        assertThat(found(broker, DRIVER)).isEmpty();
    }

    @Test
    void a_guest_sees_no_other_bundle() {
        assertThat(guest.getBundleContext().getBundles()).containsExactly(guest);
        assertThat(spy.getBundles()).contains(guest);
    }

    private static ServiceRegistration<?> register(Bundle bundle, String type) {
        return bundle.getBundleContext().registerService(type, new Anything(), null);
    }

    private static List<ServiceReference<?>> found(BundleContext context, String type) {
        try {
            ServiceReference<?>[] found = context.getAllServiceReferences(type.equals(ANY) ? null : type, null);
            return found == null ? List.of() : List.of(found);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static List<String> listen(BundleContext context) {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        context.addServiceListener((ServiceEvent event) -> heard.add(
                ((String[]) event.getServiceReference().getProperty("objectClass"))[0] + " " + event.getType()));
        return heard;
    }

    /** What Declarative Services registers too: the framework does not look into a factory. */
    private static final class Anything implements PrototypeServiceFactory<Object> {
        @Override
        public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
            return this;
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<Object> registration, Object service) {}
    }
}
