package sluice.broker.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.broker.core.port.Trouble;
import sluice.guard.Armed;
import sluice.guard.Guest;

class GuardTroublesTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @Test
    void a_guard_that_is_not_armed_is_down_and_one_without_a_layer_is_weakened() {
        assertThat(GuardTroubles.ofGuard(null)).map(Trouble::code).contains("guard-down");
        assertThat(GuardTroubles.ofGuard(Set::of)).isEmpty();
        assertThat(GuardTroubles.ofGuard(() -> Set.of("jdk")))
                .contains(new Trouble(
                        "guard-weakened", "guard", "a laboratory: without its layers `jdk`; start without `layers=`"));
    }

    @Test
    void a_guard_that_could_not_weave_a_choke_point_is_incomplete() {
        Armed holed = new Armed() {
            @Override
            public Set<String> missingLayers() {
                return Set.of();
            }

            @Override
            public int unwoven() {
                return 2;
            }
        };

        assertThat(GuardTroubles.ofGuard(holed)).map(Trouble::code).contains("guard-incomplete");
    }

    @Test
    void a_bundle_that_waits_comes_with_its_signer_and_the_command_that_lets_it_run() {
        assertThat(GuardTroubles.ofGuest(guest(Guest.State.WAITING, DIGEST)))
                .contains(
                        new Trouble(
                                "bundle-waiting",
                                "bundle `acme.driver.soil` (87)",
                                "well signed by `acme`, and waits for somebody to let it run; `sluice:approve 0123456789ab` does"));
    }

    @Test
    void a_bundle_that_was_refused_comes_with_a_reason_and_the_way_to_the_others() {
        assertThat(GuardTroubles.ofGuest(guest(Guest.State.REFUSED, "", "no accepted vendor signed it", "more")))
                .map(Trouble::why)
                .contains("no accepted vendor signed it; `sluice:admission 87` shows all 2 reasons");
        assertThat(GuardTroubles.ofGuest(guest(Guest.State.REFUSED, "")))
                .map(Trouble::why)
                .contains("no reason is given; `sluice:admission 87` shows its record");
        assertThat(GuardTroubles.ofGuest(guest(Guest.State.APPROVED, DIGEST))).isEmpty();
    }

    private static Guest guest(Guest.State state, String digest, String... reasons) {
        return new Guest(87, "acme.driver.soil", "1.0.0", state, "acme", digest, 1, List.of(reasons));
    }
}
