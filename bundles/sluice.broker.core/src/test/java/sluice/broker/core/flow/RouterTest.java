package sluice.broker.core.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static sluice.broker.core.Town.BINS;
import static sluice.broker.core.Town.COUNTS;
import static sluice.broker.core.Town.LEVELS;
import static sluice.broker.core.Town.PASSAGES;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.broker.core.Town;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.PolicySet;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.port.FlowKey;

final class RouterTest {
    private record Passage(String plate, String segment, Instant observed) {}

    private record Coarse(String segment, Instant observed) {}

    private final TestPorts ports = new TestPorts();
    private final Router router = new Router(new Meters(ports), TestPorts.calm());
    private final Asking planner = new Asking("planning", "app.planning", Coarse.class, ports);

    @BeforeEach
    void rules_are_in_force() {
        router.activate(Town.with(COUNTS, LEVELS));
    }

    @Test
    void a_channel_is_the_same_until_its_guest_leaves() {
        Channel channel = open("driver.a", Label.NONPERSONAL);

        assertThat(open("driver.a", Label.NONPERSONAL)).isSameAs(channel);
        assertThat(open("driver.a", Label.INDIRECT)).isNotSameAs(channel);
        assertThat(open("driver.b", Label.NONPERSONAL)).isNotSameAs(channel);

        router.close("driver.a");
        assertThat(open("driver.a", Label.NONPERSONAL)).isNotSameAs(channel);
        assertThat(router.routes()).hasSize(2);
    }

    /** A new reader would be slow for seconds, in the middle of the traffic. */
    @Test
    void a_warm_reader_stays_while_the_catalogue_says_the_same() {
        Channel channel = open("driver.a", Label.NONPERSONAL);
        Route before = channel.route().orElseThrow();

        router.join(planner);
        router.activate(Town.with());
        assertThat(channel.route().orElseThrow()).isNotSameAs(before);
        assertThat(channel.route().orElseThrow().reader()).isSameAs(before.reader());

        PolicySet fewer = new PolicySet(
                "fewer", Map.of(PASSAGES, Town.stream(PASSAGES, Town.passages().accuracy())), Map.of(), List.of());
        router.activate(fewer);
        assertThat(channel.route().orElseThrow().reader()).isNotSameAs(before.reader());
        assertThat(channel.route().orElseThrow().stripped()).isEqualTo(3);
    }

    @Test
    void who_leaves_takes_only_its_own_place() {
        Channel channel = open("driver.a", Label.NONPERSONAL);
        Asking successor = new Asking("planning", "app.planning", Coarse.class, ports);
        router.join(planner);
        router.join(successor);

        router.leave(planner);
        assertThat(channel.route().orElseThrow().bindings()).hasSize(1);
        router.leave(successor);
        assertThat(channel.route().orElseThrow().bindings()).isEmpty();
    }

    @Test
    void rulings_are_sorted_and_include_what_nobody_permits() {
        router.join(new Asking("planning", "app.stranger", Coarse.class, ports));
        router.join(planner);

        assertThat(router.rulings().keySet())
                .containsExactly(
                        new FlowKey(PASSAGES, "planning", "app.planning"),
                        new FlowKey(PASSAGES, "planning", "app.stranger"),
                        new FlowKey(BINS, "planning", "app.planning"),
                        new FlowKey(BINS, "planning", "app.stranger"));
    }

    @Test
    void a_recipient_that_is_not_here_is_explained_by_all_that_its_policy_releases() {
        Ruling ruling = router.explain(new FlowKey(PASSAGES, "planning", "app.planning"));

        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Ruling.Permitted.class,
                        permitted -> assertThat(permitted.label()).isEqualTo(Label.DEIDENTIFIED));
        assertThat(ruling.considered()).last().asString().contains("output label DEIDENTIFIED");
    }

    @Test
    void what_nobody_wrote_down_is_explained_too() {
        assertThat(router.explain(new FlowKey("no.stream", "no-purpose", "nobody")))
                .isInstanceOf(Ruling.Denied.class);
        Policy lost = Town.policy("lost", "planning", "app.lost", Town.keep("nowhere"));
        router.activate(Town.with(lost));
        assertThat(router.explain(new FlowKey(PASSAGES, "planning", "app.lost")))
                .isInstanceOf(Ruling.Denied.class);
    }

    private Channel open(String guest, Label floor) {
        return router.open(new Channel.Origin(guest, Passage.class, PASSAGES, floor));
    }
}
