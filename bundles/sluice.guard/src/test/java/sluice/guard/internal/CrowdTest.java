package sluice.guard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import sluice.guard.Guest.State;
import sluice.guard.internal.trial.Bundles;
import sluice.guard.internal.trial.City;
import sluice.guard.internal.trial.Jar;
import sluice.guard.internal.trial.Key;

/** Many at once. */
final class CrowdTest {
    private static final Key ACME = Key.of("acme");

    @TempDir
    private Path home;

    @SuppressWarnings("NullAway.Init")
    private City city;

    @AfterEach
    void stop() {
        city.close();
    }

    /** While approvals, starts and resolves go on, since each takes locks of the framework. */
    @Test
    void fifty_bundles_from_four_threads_are_judged_and_approved() throws Exception {
        city = City.in(home).accept("acme", ACME);
        List<Path> jars = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Path jar = Jar.driver("acme.n" + i).in(home);
            jars.add(i % 2 == 0 ? ACME.sign(jar) : jar);
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Bundle>> comings = new ArrayList<>();
        for (Path jar : jars) {
            comings.add(threads.submit(() -> come(jar)));
        }
        List<Bundle> bundles = new ArrayList<>();
        for (Future<Bundle> coming : comings) {
            bundles.add(coming.get(60, TimeUnit.SECONDS));
        }
        threads.shutdown();

        assertThat(city.admission().guests()).hasSize(50);
        for (int i = 0; i < 50; i++) {
            boolean isSigned = i % 2 == 0;
            assertThat(city.guest(bundles.get(i)).state()).isEqualTo(isSigned ? State.APPROVED : State.REFUSED);
            assertThat(bundles.get(i).getState()).isEqualTo(isSigned ? Bundle.ACTIVE : Bundle.INSTALLED);
        }
        city.admission().revokeVendor("acme", "test");
        assertThat(bundles).allMatch(bundle -> bundle.getState() == Bundle.INSTALLED);
    }

    private Bundle come(Path jar) {
        Bundle bundle = city.install(jar);
        Bundles.starts(bundle);
        city.admission().approve(city.guest(bundle).digest(), "test");
        return bundle;
    }
}
