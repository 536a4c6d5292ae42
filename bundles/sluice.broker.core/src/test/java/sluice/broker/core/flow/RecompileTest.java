package sluice.broker.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.Town.COUNTS;
import static sluice.broker.core.Town.LEVELS;
import static sluice.broker.core.Town.PASSAGES;
import static sluice.broker.core.Town.keep;
import static sluice.broker.core.Town.policy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.plan.Ruling;

/** A change recompiles what is bound and changed, and nothing else. */
final class RecompileTest {
    private record Passage(String plate, String segment, Instant observed) {}

    private record Coarse(String segment, Instant observed) {}

    private record Segment(String segment) {}

    private final TestPorts ports = new TestPorts();
    private final Router router = new Router(new Meters(ports), TestPorts.calm());

    @BeforeEach
    void two_are_bound_and_one_is_not_permitted() {
        router.activate(set("segment"));
        router.join(new Asking("planning", "app.planning", Coarse.class, ports));
        router.join(new Asking("planning", "app.segments", Segment.class, ports));
        router.join(new Asking("planning", "app.stranger", Segment.class, ports));
    }

    @Test
    void an_equal_set_leaves_the_very_route() {
        Route before = route();
        router.activate(set("segment"));

        assertThat(route()).isSameAs(before);
    }

    @Test
    void a_policy_that_changed_makes_its_own_binding_anew_and_leaves_the_others() {
        Route before = route();
        router.activate(set("plate"));

        assertThat(route()).isNotSameAs(before);
        assertThat(bindingOf(route(), "app.planning")).isSameAs(bindingOf(before, "app.planning"));
        assertThat(bindingOf(route(), "app.segments")).isNotSameAs(bindingOf(before, "app.segments"));
        assertThat(bindingOf(route(), "app.stranger")).isSameAs(bindingOf(before, "app.stranger"));
    }

    @Test
    void rules_that_nobody_is_bound_by_change_nothing() {
        Route before = route();
        router.activate(Town.with(
                COUNTS,
                LEVELS,
                policy("segments", "planning", "app.segments", keep("segment")),
                policy("more", "planning", "app.nobody", keep("segment"))));

        assertThat(route()).isSameAs(before);
    }

    @Test
    void a_purpose_a_stream_and_the_map_are_part_of_what_a_binding_depends_on() {
        Route before = route();
        PolicySet town = set("segment");
        router.activate(new PolicySet(
                "other",
                town.catalogue(),
                Map.of("planning", Town.lawful("planning", Label.AGGREGATE, 4)),
                town.policies()));

        assertThat(bindingOf(route(), "app.planning").ruling()).isInstanceOf(Ruling.Denied.class);
        assertThat(bindingOf(route(), "app.segments")).isNotSameAs(bindingOf(before, "app.segments"));
        router.activate(set("segment"));
        assertThat(bindingOf(route(), "app.planning").plan()).isPresent();
    }

    @Test
    void who_comes_makes_only_its_own_binding() {
        Route before = route();
        router.join(new Asking("planning", "app.later", Segment.class, ports));

        assertThat(bindingOf(route(), "app.planning")).isSameAs(bindingOf(before, "app.planning"));
        assertThat(route().bindings()).hasSize(4);
    }

    private static PolicySet set(String released) {
        return Town.with(COUNTS, LEVELS, policy("segments", "planning", "app.segments", keep(released)));
    }

    private Route route() {
        return router.open(new Channel.Origin("driver.any", Passage.class, PASSAGES, Label.NONPERSONAL))
                .route()
                .orElseThrow();
    }

    private static Binding bindingOf(Route route, String recipient) {
        return route.bindings().stream()
                .filter(binding -> binding.flow().recipient().equals(recipient))
                .findFirst()
                .orElseThrow();
    }
}
