package sluice.guard.internal.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import sluice.guard.GuardListener;
import sluice.guard.internal.trial.Bundles;
import sluice.guard.internal.trial.City;
import sluice.guard.internal.trial.Jar;
import sluice.guard.internal.trial.Key;

/** What is told, to whom, and how often. */
final class HeraldTest {
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
    void what_happened_before_the_first_listener_is_told_to_it() {
        city = City.in(home).accept("acme", ACME);
        city.approved(Jar.driver("acme.bin"), ACME);

        city.listen();

        assertThat(city.diary())
                .containsSubsequence(
                        "guard-armed ", "vendor-added ", "bundle-waiting acme.bin", "bundle-approved acme.bin");
    }

    /** Whatever watches deploy/ tries to start what it finds there twice a second. */
    @Test
    void a_refused_bundle_is_told_once_however_often_it_is_tried() throws Exception {
        city = City.in(home);
        city.listen();
        Bundle bundle = city.install(Jar.driver("acme.bad").in(home));

        for (int i = 0; i < 20; i++) {
            assertThat(Bundles.starts(bundle)).isFalse();
        }

        assertThat(city.diary()).containsOnlyOnce("bundle-refused acme.bad");
    }

    @Test
    void a_listener_that_throws_keeps_nothing_from_the_others() {
        city = City.in(home);
        city.context()
                .registerService(
                        GuardListener.class,
                        (event, details) -> {
                            throw new IllegalStateException("mine");
                        },
                        null);
        city.listen();

        city.accept("acme", ACME);

        assertThat(city.diary()).contains("vendor-added ");
    }

    @Test
    void a_guest_is_told_nothing() {
        city = City.in(home, "admission").accept("acme", ACME);
        Bundle guest = city.approved(Jar.driver("acme.bin"), ACME);
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        guest.getBundleContext().registerService(GuardListener.class, (event, details) -> heard.add(event), null);

        city.accept("other", Key.of("other"));

        assertThat(heard).isEmpty();
    }

    @Test
    void a_guard_without_all_its_layers_says_so() {
        city = City.in(home, "admission", "weave");
        city.listen();

        assertThat(city.diary()).contains("guard-weakened ");
        assertThat(city.service(sluice.guard.Armed.class).orElseThrow().missingLayers())
                .containsExactlyInAnyOrder("agent", "jdk", "resolve", "services");
    }

    @Test
    void a_whole_guard_lacks_nothing() {
        city = City.in(home);
        city.listen();

        assertThat(city.diary()).contains("guard-armed ").doesNotContain("guard-weakened ");
        assertThat(city.service(sluice.guard.Armed.class).orElseThrow().missingLayers())
                .isEmpty();
    }
}
