package sluice.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import sluice.guard.Guest.State;
import sluice.guard.internal.trial.Bundles;
import sluice.guard.internal.trial.City;
import sluice.guard.internal.trial.Jar;
import sluice.guard.internal.trial.Key;

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
        assertThat(Bundles.loads(guest, "acme.bin.MyDriver")).isTrue();
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
        Bundles.start(early);
        assertThat(Bundles.loads(early, "acme.early.A")).isTrue();

        city.startGuard();

        await().until(() -> early.getState() == Bundle.INSTALLED);
        assertThat(city.guest(early).state()).isEqualTo(State.REFUSED);
        assertThat(Bundles.loads(early, "acme.early.A")).isFalse();
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
        Bundles.start(stubborn);

        city.bundle("sluice.guard").stop();

        assertThat(city.diary()).endsWith("disarmed");
        assertThat(stubborn.getState()).isEqualTo(Bundle.STOPPING);
        await().atMost(Duration.ofSeconds(10)).until(() -> stubborn.getState() == Bundle.INSTALLED);
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
}
