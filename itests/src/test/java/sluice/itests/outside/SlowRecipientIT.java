package sluice.itests.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static sluice.itests.outside.RunningCity.SOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import sluice.itests.sleeper.Level;
import sluice.itests.sleeper.Sleeper;

/** A recipient that sleeps for a minute over each observation. */
@ExtendWith(RunningCity.Shared.class)
final class SlowRecipientIT {
    private static final String SLEEPER = "sluice.itests.sleeper";
    private static final Bin BIN = new Bin(20, Bin.Network.TTN);
    private static final int UPLINKS = 50;

    private final RunningCity city;
    private final Distribution distribution;

    SlowRecipientIT(RunningCity city) {
        this.city = city;
        this.distribution = city.distribution();
    }

    static byte[] jar() {
        return TestBundle.of(Sleeper.class, List.of(Level.class));
    }

    @BeforeEach
    void deploy() {
        city.know(BIN);
        city.instance().write("etc/sluice/policies/sleeper.yaml", """
                        policy: itests-sleeper
                        permit: {stream: waste.container, purpose: waste-collection, recipient: sluice.itests.sleeper}
                        fields: {fillingLevel: {bucket: 0.1}}
                        retention: {atMost: P1D}
                        """).write("deploy/sleeper.jar", jar());
        await().atMost(SOON).until(() -> distribution.metrics().of("sluice_guest_up", "name", SLEEPER) == 1);
        await().atMost(SOON)
                .until(() -> distribution
                        .shell("sluice:explain waste.container waste-collection " + SLEEPER)
                        .contains("permitted by policy"));
    }

    @AfterEach
    void remove() {
        city.instance().remove("deploy/sleeper.jar").remove("etc/sluice/policies/sleeper.yaml");
    }

    @Test
    void delays_no_other_and_is_told_to_the_operator() {
        try (Sender sender = Sender.connect(city.instance(), "ttn")) {
            for (int i = 1; i <= UPLINKS; i++) {
                assertThat(sender.publish(BIN.topic(), BIN.uplink(i, 5_000 + i, Instant.now())))
                        .isZero();
            }
        }
        await().atMost(Duration.ofSeconds(5))
                .until(() -> city.recorded().stream()
                                .filter(line -> line.startsWith(BIN.id()))
                                .count()
                        == UPLINKS);
        await("stalled").atMost(SOON).until(() -> distribution.metrics().of("sluice_guest_up", "name", SLEEPER) == 0);
        assertThat(distribution.shell("sluice:why")).contains(SLEEPER, "stalled");
        assertThat(distribution.web().status("/health")).isEqualTo(200);
    }
}
