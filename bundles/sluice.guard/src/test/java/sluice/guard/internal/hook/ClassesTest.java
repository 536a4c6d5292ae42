package sluice.guard.internal.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.weaving.WeavingException;
import org.osgi.framework.hooks.weaving.WovenClass;
import sluice.guard.internal.agent.Layers;
import sluice.guard.internal.list.Lists;
import sluice.guard.internal.roll.Roster;
import sluice.guard.internal.trial.Bundles;
import sluice.guard.internal.trial.City;
import sluice.guard.internal.trial.Jar;
import sluice.guard.internal.verdict.Judge;

/** Which classes load, with the layer {@code weave} alone. */
final class ClassesTest {
    @TempDir
    private Path home;

    private City city;

    @BeforeEach
    void start() {
        city = City.in(home, "weave");
    }

    @AfterEach
    void stop() {
        city.close();
    }

    @Test
    void a_guests_class_loads_if_it_keeps_to_the_allow_list() {
        Bundle guest = city.install(Jar.driver("acme.bin")
                .source("acme.bin.Good", "public record Good(int a) {}")
                .source("acme.bin.Bad", "public class Bad { Object o = Thread.currentThread(); }")
                .in(home));
        Bundles.start(guest);

        assertThat(Bundles.loads(guest, "acme.bin.Good")).isTrue();
        assertThat(Bundles.loads(guest, "acme.bin.Bad")).isFalse();
    }

    @Test
    void the_platforms_classes_are_not_looked_at() {
        Bundle platform = city.platform(
                Jar.bundle("p").source("p.Busy", "public class Busy { Object o = Thread.currentThread(); }"));

        assertThat(Bundles.loads(platform, "p.Busy")).isTrue();
    }

    /** Felix asks a hook that threw anything else never again. */
    @Test
    void whatever_goes_wrong_refuses_the_class_and_keeps_the_hook() {
        WovenClass broken = (WovenClass) Proxy.newProxyInstance(
                WovenClass.class.getClassLoader(), new Class<?>[] {WovenClass.class}, (proxy, method, arguments) -> {
                    throw new StackOverflowError();
                });
        Layers layers = new Layers(City.ALL);
        Judge judge =
                new Judge(city.agent(), true, Lists.in(home, problem -> {}), java.time.InstantSource.system(), home);
        ClassHook hook = new ClassHook(city.context().getBundle(), new Roster(city.context(), judge), layers);

        assertThatThrownBy(() -> hook.weave(broken)).isInstanceOf(WeavingException.class);
    }
}
