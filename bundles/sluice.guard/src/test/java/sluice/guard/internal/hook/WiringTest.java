package sluice.guard.internal.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import sluice.guard.internal.trial.Bundles;
import sluice.guard.internal.trial.City;
import sluice.guard.internal.trial.Jar;
import sluice.guard.internal.trial.Key;

/** Who wires to whom. Most of it with {@code admission} off, so that the layer {@code resolve} stands alone. */
final class WiringTest {
    private static final Key ACME = Key.of("acme");

    @TempDir
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private City city;

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void a_guest_wires_to_the_two_apis() {
        withoutAdmission();
        Bundle guest = install(Jar.driver("acme.bin").header("Import-Package", "sluice.driver.spi,sluice.app.api"));

        assertThat(Bundles.starts(guest)).isTrue();
        assertThat(Bundles.loads(guest, "acme.bin.MyDriver")).isTrue();
    }

    @Test
    void a_guest_wires_to_no_other_package() {
        withoutAdmission();

        assertInert(Jar.bundle("acme.a").header("Import-Package", "org.osgi.framework"));
        assertInert(Jar.bundle("acme.b").header("Import-Package", "sluice.driver.spi.internal"));
        assertInert(Jar.bundle("acme.c").header("Import-Package", "org.slf4j"));
    }

    /** The whole of an optional import is that the bundle resolves without it. */
    @Test
    void an_optional_import_stays_open() {
        withoutAdmission();
        Bundle guest = install(Jar.bundle("acme.a").header("Import-Package", "org.slf4j;resolution:=optional"));

        assertThat(Bundles.starts(guest)).isTrue();
        assertThat(Bundles.loads(guest, "org.slf4j.Logger")).isFalse();
    }

    @Test
    void a_guest_imports_nothing_later() {
        withoutAdmission();
        Bundle guest = install(Jar.bundle("acme.a").header("DynamicImport-Package", "*"));

        assertThat(Bundles.starts(guest)).isTrue();
        assertThat(Bundles.loads(guest, "org.osgi.framework.Bundle")).isFalse();
        assertThat(Bundles.loads(guest, "sluice.driver.spi.internal.Hidden")).isFalse();
    }

    @Test
    void a_guest_requires_no_bundle() {
        withoutAdmission();

        assertInert(Jar.bundle("acme.a").header("Require-Bundle", "sluice.driver.spi"));
    }

    @Test
    void a_guest_is_no_fragment_of_the_platform() {
        withoutAdmission();

        assertInert(Jar.bundle("acme.a").header("Fragment-Host", "sluice.broker"));
    }

    @Test
    void a_guest_requires_no_other_capability() {
        withoutAdmission();
        city.platform(Jar.bundle("p")
                .header(
                        "Provide-Capability",
                        "osgi.extender;osgi.extender=osgi.component,"
                                + "osgi.extender;osgi.extender=osgi.blueprint,acme.cap;acme.cap=x"));

        Bundle lawful = install(Jar.bundle("acme.a")
                .header("Require-Capability", "osgi.extender;filter:=\"(osgi.extender=osgi.component)\""));
        assertThat(Bundles.starts(lawful)).isTrue();
        assertInert(Jar.bundle("acme.b")
                .header("Require-Capability", "osgi.extender;filter:=\"(osgi.extender=osgi.blueprint)\""));
        assertInert(Jar.bundle("acme.c").header("Require-Capability", "acme.cap"));
    }

    @Test
    void nobody_wires_to_what_a_guest_provides() {
        withoutAdmission();
        Bundle guest = install(Jar.bundle("acme.a")
                .header("Export-Package", "acme.a")
                .header("Provide-Capability", "acme.cap;acme.cap=x")
                .source("acme.a.Bait", "public class Bait {}"));
        Bundles.start(guest);

        assertInert(city.install(city.trusted(Jar.bundle("p1").header("Import-Package", "acme.a"))));
        assertInert(city.install(city.trusted(Jar.bundle("p2").header("Require-Bundle", "acme.a"))));
        assertInert(city.install(city.trusted(Jar.bundle("p3").header("Require-Capability", "acme.cap"))));
        assertInert(city.install(city.trusted(Jar.bundle("p4").header("Fragment-Host", "acme.a"))));
        assertInert(Jar.bundle("acme.b").header("Import-Package", "acme.a"));
        assertThat(Bundles.loads(city.bundle("sluice.spy"), "acme.a.Bait")).isFalse();
        assertThat(Bundles.loads(guest, "acme.a.Bait")).isTrue();
    }

    /** Otherwise a guest could stand in for a package of the platform that is not here yet. */
    @Test
    void a_guest_does_not_stand_in_for_the_platform() {
        withoutAdmission();
        Bundles.start(install(Jar.bundle("acme.a").header("Export-Package", "sluice.policy")));
        Bundle user = city.install(city.trusted(Jar.bundle("p1").header("Import-Package", "sluice.policy")));
        assertThat(Bundles.starts(user)).isFalse();

        Bundle policy = city.platform(Jar.bundle("p2").header("Export-Package", "sluice.policy"));

        assertThat(Bundles.starts(user)).isTrue();
        assertThat(user.adapt(BundleWiring.class).getRequiredWires("osgi.wiring.package"))
                .singleElement()
                .matches(wire -> wire.getProvider().getBundle().equals(policy));
    }

    @Test
    void a_guest_takes_no_singleton_name_from_the_platform() {
        withoutAdmission();
        Bundle guest = install(Jar.bundle("x.y;singleton:=true"));
        Bundles.start(guest);

        Bundle platform =
                city.install(city.trusted(Jar.bundle("x.y;singleton:=true").header("Bundle-Version", "1.1")));

        assertThat(Bundles.starts(platform)).isTrue();
    }

    @Test
    void a_refused_singleton_does_not_block_the_platforms() {
        withAdmission();
        Bundle refused = city.install(Jar.bundle("x.y;singleton:=true").in(home));
        assertThat(Bundles.starts(refused)).isFalse();

        city.platform(Jar.bundle("x.y;singleton:=true").header("Bundle-Version", "1.1"));

        assertThat(refused.getState()).isEqualTo(Bundle.INSTALLED);
    }

    @Test
    void a_refused_bundle_does_not_keep_the_next_one_from_resolving() {
        withAdmission();
        Bundle refused = city.install(Jar.driver("acme.bad").in(home));
        assertThat(Bundles.starts(refused)).isFalse();

        assertThat(city.approved(Jar.driver("acme.bin"), ACME).getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(refused.getState()).isEqualTo(Bundle.INSTALLED);
    }

    @Test
    void in_one_resolve_of_several_only_the_refused_ones_stay_behind() {
        withAdmission();
        Bundle refused = city.install(Jar.driver("acme.bad").in(home));
        Bundle bare = city.install(
                Jar.bundle("acme.bare").without("Require-Capability").in(home));
        Bundle open = city.install(Jar.bundle("acme.open")
                .without("Require-Capability")
                .header("Import-Package", "org.slf4j;resolution:=optional")
                .in(home));
        Bundle lawful = city.approved(Jar.driver("acme.bin"), ACME);
        Bundle platform = city.install(city.trusted(Jar.bundle("p").header("Import-Package", "sluice.app.api")));
        FrameworkWiring wiring = city.context().getBundle().adapt(FrameworkWiring.class);
        wiring.refreshBundles(List.of(lawful));
        await().until(() -> lawful.getState() == Bundle.ACTIVE);

        wiring.resolveBundles(List.of(refused, bare, open, lawful, platform));

        assertThat(platform.getState()).isEqualTo(Bundle.RESOLVED);
        assertThat(lawful.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(refused.getState()).isEqualTo(Bundle.INSTALLED);
        // What requires nothing can not be kept back in company; it is taken back at once.
        await().until(() -> bare.getState() == Bundle.INSTALLED && open.getState() == Bundle.INSTALLED);
    }

    @Test
    void a_bundle_that_requires_nothing_stays_inert_too() {
        withAdmission();

        assertInert(Jar.bundle("acme.bare").without("Require-Capability").source("acme.bare.A", "public class A {}"));
        assertInert(Jar.bundle("acme.open")
                .without("Require-Capability")
                .header("Import-Package", "org.slf4j;resolution:=optional"));
        assertInert(Jar.bundle("acme.lazy").without("Require-Capability").header("Bundle-ActivationPolicy", "lazy"));
    }

    private void withAdmission() {
        city = City.in(home).accept("acme", ACME);
    }

    private void withoutAdmission() {
        city = City.in(home, "resolve", "services", "weave");
    }

    private Bundle install(Jar jar) {
        return city.install(jar.in(home));
    }

    private void assertInert(Jar jar) {
        assertInert(install(jar));
    }

    private static void assertInert(Bundle bundle) {
        assertThat(Bundles.starts(bundle)).isFalse();
        assertThat(bundle.getState()).isEqualTo(Bundle.INSTALLED);
        assertThat(bundle.adapt(BundleWiring.class)).isNull();
    }
}
