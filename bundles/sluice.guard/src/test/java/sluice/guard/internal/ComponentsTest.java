package sluice.guard.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import sluice.guard.internal.trial.Bundles;
import sluice.guard.internal.trial.City;
import sluice.guard.internal.trial.Jar;
import sluice.guard.internal.trial.Key;

/** The guard between Declarative Services, as Karaf has it, and guests that are components. */
final class ComponentsTest {
    private static final Key ACME = Key.of("acme");
    private static final String DRIVER = "sluice.driver.spi.Driver";

    @TempDir
    private Path home;

    private City city;
    private BundleContext broker;

    @BeforeEach
    void start() {
        start(City.in(home).accept("acme", ACME));
    }

    private void start(City one) {
        city = one;
        broker = city.bundle("sluice.broker").getBundleContext();
        city.platform("org/osgi/util/function/Consumer.class");
        city.platform("org/osgi/util/promise/Promise.class");
        city.platform("org/osgi/service/component/ComponentContext.class");
        Bundles.start(city.platform("org/apache/felix/scr/impl/Activator.class"));
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void the_broker_gets_a_guests_component_and_nobody_else_does() {
        Bundle guest = city.approved(component("acme.bin", "", DRIVER), ACME);

        ServiceReference<?> driver = driver();
        assertThat(driver.getBundle()).isEqualTo(guest);
        assertThat(broker.getService(driver).getClass().getName()).isEqualTo("acme.bin.MyDriver");
        assertThat(city.bundle("sluice.spy").getBundleContext().getServiceReference(DRIVER))
                .isNull();
    }

    @Test
    void a_waiting_component_comes_to_life_with_its_approval_and_goes_with_it() {
        Bundle guest = city.install(ACME.sign(component("acme.bin", "", DRIVER).in(home)));
        Bundles.starts(guest);
        assertThat(broker.getServiceReference(DRIVER)).isNull();

        String digest = city.guest(guest).digest();
        city.admission().approve(digest, "test");
        assertThat(broker.getService(driver())).isNotNull();

        city.admission().withdraw(digest, "test");
        assertThat(broker.getServiceReference(DRIVER)).isNull();
    }

    /** A reference to what the platform did not grant stays open, so that the component never comes to life. */
    @Test
    void a_component_gets_no_service_of_the_platform() throws IOException {
        stop();
        start(City.in(Files.createDirectory(home.resolve("other")), "resolve", "services", "weave"));
        city.bundle("sluice.spy").getBundleContext().registerService(Runnable.class, () -> {}, null);
        String reference = "<reference name=\"r\" interface=\"java.lang.Runnable\" field=\"r\"/>";
        Bundle guest = city.install(component("acme.bin", reference, DRIVER).in(home));
        Bundles.start(guest);

        assertThat(guest.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(broker.getServiceReference(DRIVER)).isNull();
    }

    @Test
    void components_come_back_after_the_guard_was_away() throws Exception {
        city.approved(component("acme.bin", "", DRIVER), ACME);
        Bundle guard = city.bundle("sluice.guard");
        guard.stop();
        assertThat(broker.getServiceReference(DRIVER)).isNull();

        guard.start();

        await().until(() -> broker.getServiceReference(DRIVER) != null);
        assertThat(broker.getService(driver())).isNotNull();
    }

    private ServiceReference<?> driver() {
        ServiceReference<?> reference = broker.getServiceReference(DRIVER);
        assertThat(reference).isNotNull();
        return reference;
    }

    private static Jar component(String name, String reference, String service) {
        String xml = "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"" + name
                + "\" immediate=\"true\">"
                + "<implementation class=\"" + name + ".MyDriver\"/>"
                + "<service><provide interface=\"" + service + "\"/></service>" + reference + "</scr:component>";
        return Jar.bundle(name)
                .header("Import-Package", "sluice.driver.spi")
                .header("Service-Component", "OSGI-INF/c.xml")
                .header(
                        "Require-Capability",
                        "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=17))\",osgi.extender;filter:=\"(&(osgi.extender=osgi.component)(version>=1.5.0)(!(version>=2.0.0)))\"")
                .entry("OSGI-INF/c.xml", xml.getBytes(UTF_8))
                .source(
                        name + ".MyDriver",
                        "public final class MyDriver implements sluice.driver.spi.Driver { Runnable r; }");
    }
}
