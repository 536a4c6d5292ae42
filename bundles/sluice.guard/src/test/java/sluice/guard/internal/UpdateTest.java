package sluice.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import sluice.guard.Armed;
import sluice.guard.Guest.State;
import sluice.guard.internal.trial.Bundles;
import sluice.guard.internal.trial.City;
import sluice.guard.internal.trial.Jar;
import sluice.guard.internal.trial.Key;

/** New content in an old bundle, and old bundles after a restart: each is judged again. */
final class UpdateTest {
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
        assertThat(Bundles.loads(now, "acme.bin.Evil")).isFalse();
    }

    @Test
    void a_refused_bundle_in_the_cache_stays_refused() {
        city = City.in(home).accept("acme", ACME);
        Bundle hostile = city.install(Jar.driver("acme.bad").in(home));
        Bundles.starts(hostile);
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
        assertThat(Bundles.loads(guest, "acme.bin.Evil")).isFalse();
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
        Bundles.start(guest);

        assertThat(guest.getState()).isEqualTo(Bundle.ACTIVE);
    }

    private Bundle cityWithGuest() {
        city = City.in(home).accept("acme", ACME);
        return city.approved(Jar.driver("acme.bin"), ACME);
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
