package sluice.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.FrameworkWiring;
import sluice.guard.Armed;
import sluice.guard.Guest.State;

/** Start, stop, update and restart: in which order things come and go. */
final class LifeTest {
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
    void intake_goes_before_the_guests_and_the_hooks_go_last() throws Exception {
        Bundle guest = cityWithGuest();
        city.listen();
        keepDiary(guest);
        int before = city.diary().size();

        city.bundle("sluice.guard").stop();

        assertThat(city.diary().subList(before, city.diary().size()))
                .containsExactly(
                        "guard-stopping ",
                        "broker down",
                        "guest stopped",
                        "guest unresolved",
                        "disarmed",
                        "hooks gone");
        assertThat(guest.getState()).isEqualTo(Bundle.INSTALLED);
    }

    @Test
    void what_ran_before_a_stop_runs_after_the_start() throws Exception {
        Bundle guest = cityWithGuest();
        Bundle guard = city.bundle("sluice.guard");
        guard.stop();

        guard.start();

        await().atMost(Duration.ofSeconds(5)).until(() -> guest.getState() == Bundle.ACTIVE);
        assertThat(City.loads(guest, "acme.bin.MyDriver")).isTrue();
    }

    @Test
    void an_update_of_the_guard_takes_the_guests_down_and_up() throws Exception {
        Bundle guest = cityWithGuest();
        Bundle guard = city.bundle("sluice.guard");
        Path next = city.trusted(Jar.bundle("sluice.guard")
                .header("Bundle-Version", "1.0.1")
                .header("Bundle-Activator", GuardOnTrial.class.getName())
                .header("Import-Package", "org.osgi.framework,sluice.guard.internal"));

        try (InputStream in = Files.newInputStream(next)) {
            guard.update(in);
        }

        await().atMost(Duration.ofSeconds(5)).until(() -> guest.getState() == Bundle.ACTIVE);
        assertThat(city.diary()).containsSubsequence("armed", "disarmed", "armed");
    }

    /** The framework's refreshing thread stops the guard then, and can not refresh guests at the same time. */
    @Test
    void a_refresh_of_the_guard_takes_the_guests_down_and_up() {
        Bundle guest = cityWithGuest();

        city.context().getBundle().adapt(FrameworkWiring.class).refreshBundles(List.of(city.bundle("sluice.guard")));

        await().atMost(Duration.ofSeconds(5))
                .until(() -> city.diary().stream().filter("armed"::equals).count() == 2);
        await().atMost(Duration.ofSeconds(5)).until(() -> guest.getState() == Bundle.ACTIVE);
        assertThat(city.diary()).containsSubsequence("armed", "disarmed", "armed");
    }

    @Test
    void what_ran_without_the_guard_is_taken_back() {
        city = City.bare(home);
        Bundle early = city.install(Jar.bundle("acme.early")
                .source("acme.early.A", "public class A {}")
                .in(home));
        City.start(early);
        assertThat(City.loads(early, "acme.early.A")).isTrue();

        city.startGuard();

        await().until(() -> early.getState() == Bundle.INSTALLED);
        assertThat(city.guest(early).state()).isEqualTo(State.REFUSED);
        assertThat(City.loads(early, "acme.early.A")).isFalse();
    }

    @Test
    void a_guest_that_does_not_stop_does_not_keep_the_agent_armed() throws Exception {
        city = City.in(home, "services");
        Bundle stubborn = city.install(Jar.bundle("acme.stubborn")
                .header("Bundle-Activator", "acme.stubborn.A")
                .header("Import-Package", "org.osgi.framework")
                .source(
                        "acme.stubborn.A",
                        "public class A implements org.osgi.framework.BundleActivator {"
                                + " public void start(org.osgi.framework.BundleContext c) {}"
                                + " public void stop(org.osgi.framework.BundleContext c) {"
                                + "  for (int i = 0; i < 140; i++) { try { Thread.sleep(50); } catch (InterruptedException e) {} } } }")
                .in(home));
        City.start(stubborn);

        city.bundle("sluice.guard").stop();

        assertThat(city.diary()).endsWith("disarmed");
        assertThat(stubborn.getState()).isEqualTo(Bundle.STOPPING);
        await().atMost(Duration.ofSeconds(10)).until(() -> stubborn.getState() == Bundle.INSTALLED);
    }

    @Test
    void approvals_and_vendors_hold_over_a_restart() {
        Bundle guest = cityWithGuest();
        long id = guest.getBundleId();
        city.shutDown();

        city.boot();

        await().until(() -> city.service(Armed.class).isPresent());
        await().until(() -> city.context().getBundle(id).getState() == Bundle.ACTIVE);
        assertThat(city.admission().vendors())
                .singleElement()
                .matches(vendor -> vendor.name().equals("acme"));
    }

    /** The cache is a folder like any other: what lies in it at the start is judged as if it came from outside. */
    @Test
    void content_that_was_exchanged_in_the_cache_is_refused() throws Exception {
        long id = cityWithGuest().getBundleId();
        city.shutDown();
        Path hostile = Jar.driver("acme.bin")
                .source("acme.bin.Evil", "public class Evil {}")
                .in(home);
        Files.copy(
                hostile,
                home.resolve("cache/bundle" + id + "/version0.0/bundle.jar"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        city.boot();

        await().until(() -> city.service(Armed.class).isPresent());
        Bundle now = city.context().getBundle(id);
        assertThat(now.getState()).isEqualTo(Bundle.INSTALLED);
        assertThat(city.guest(now).state()).isEqualTo(State.REFUSED);
        assertThat(City.loads(now, "acme.bin.Evil")).isFalse();
    }

    @Test
    void a_refused_bundle_in_the_cache_stays_refused() {
        city = City.in(home).accept("acme", ACME);
        Bundle hostile = city.install(Jar.driver("acme.bad").in(home));
        City.starts(hostile);
        city.shutDown();

        city.boot();

        await().until(() -> city.service(Armed.class).isPresent());
        assertThat(city.bundle("acme.bad").getState()).isEqualTo(Bundle.INSTALLED);
    }

    @Test
    void an_update_to_unsigned_content_is_refused() throws Exception {
        Bundle guest = cityWithGuest();

        update(
                guest,
                Jar.driver("acme.bin")
                        .source("acme.bin.Evil", "public class Evil {}")
                        .in(home));

        assertThat(city.guest(guest).state()).isEqualTo(State.REFUSED);
        assertThat(guest.getState()).isEqualTo(Bundle.INSTALLED);
        assertThat(City.loads(guest, "acme.bin.Evil")).isFalse();
    }

    @Test
    void an_update_waits_for_an_approval_of_its_own() throws Exception {
        Bundle guest = cityWithGuest();

        update(
                guest,
                ACME.sign(
                        Jar.driver("acme.bin").header("Bundle-Version", "1.1.0").in(home)));

        assertThat(city.guest(guest).state()).isEqualTo(State.WAITING);
        assertThat(guest.getState()).isEqualTo(Bundle.INSTALLED);
        assertThat(city.admission().approve(city.guest(guest).digest(), "test").isDone())
                .isTrue();
        assertThat(guest.getState()).isEqualTo(Bundle.ACTIVE);
    }

    /** Nothing else has to be asked: a way back to what was approved is no new content. */
    @Test
    void an_update_back_to_approved_content_runs() throws Exception {
        city = City.in(home).accept("acme", ACME);
        Path first = ACME.sign(Jar.driver("acme.bin").in(home));
        Bundle guest = city.install(first);
        city.admission().approve(city.guest(guest).digest(), "test");
        update(guest, Jar.driver("acme.bin").in(home));

        update(guest, first);
        City.start(guest);

        assertThat(guest.getState()).isEqualTo(Bundle.ACTIVE);
    }

    @Test
    void a_guest_goes_when_a_bundle_of_the_platform_comes_with_its_name() {
        Bundle guest = cityWithGuest();

        city.platform(Jar.bundle("acme.bin").header("Bundle-Version", "3"));

        await().until(() -> guest.getState() == Bundle.INSTALLED);
        assertThat(city.guest(guest).reasons().get(0)).contains("(platform-name)");
    }

    /** This JVM was started without it. */
    @Test
    void without_the_agent_the_guard_does_not_start() {
        city = City.bare(home);

        assertThatThrownBy(() -> new Activator().start(city.context()))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("-javaagent");
    }

    private Bundle cityWithGuest() {
        city = City.in(home).accept("acme", ACME);
        return city.approved(Jar.driver("acme.bin"), ACME);
    }

    private void keepDiary(Bundle guest) throws Exception {
        city.bundle("sluice.broker")
                .getBundleContext()
                .addServiceListener(
                        event -> {
                            if (event.getType() == org.osgi.framework.ServiceEvent.UNREGISTERING) {
                                city.note("broker down");
                            }
                        },
                        "(objectClass=sluice.guard.Armed)");
        city.context()
                .addServiceListener(
                        event -> {
                            if (event.getType() == org.osgi.framework.ServiceEvent.UNREGISTERING) {
                                city.note("hooks gone");
                            }
                        },
                        "(objectClass=org.osgi.framework.hooks.resolver.ResolverHookFactory)");
        city.context().addBundleListener((SynchronousBundleListener) event -> {
            if (event.getBundle().equals(guest) && event.getType() == BundleEvent.STOPPED) {
                city.note("guest stopped");
            } else if (event.getBundle().equals(guest) && event.getType() == BundleEvent.UNRESOLVED) {
                city.note("guest unresolved");
            }
        });
    }

    /** The framework has the new content also when it then fails to start it. */
    private static void update(Bundle bundle, Path jar) throws IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            bundle.update(in);
        } catch (BundleException e) {
            assertThat(e.getType()).isEqualTo(BundleException.RESOLVE_ERROR);
        }
    }
}
