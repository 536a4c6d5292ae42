package sluice.policy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.EpochRule;
import sluice.broker.core.model.Policy;
import sluice.broker.core.model.Policy.Step;
import sluice.broker.core.model.PrivacyLoss;
import sluice.broker.core.model.Window;

/** Policies that release windows, as they are written. */
final class WindowReaderTest {
    private static final String FILE = "policies/corridor.yaml";

    /** The example of the documentation. */
    private static final String COUNTS = """
            policy: corridor-counts
            permit: {stream: traffic.plate, purpose: traffic-planning, recipient: sluice.app.planning}
            release: {window: PT15M, distinct: plate, atLeast: k11}
            fields: {segment: keep, observed: {round-time: PT15M}, vehicles: {count: plate}}
            retention: {atMost: P30D}
            """;

    private final City city = new City().with(FILE, COUNTS);

    @Test
    void the_example_is_read() {
        Policy policy = city.set().policies().get(0);

        assertThat(policy.window())
                .isEqualTo(new Window(
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5),
                        "plate",
                        11,
                        8,
                        Window.Diversity.NONE,
                        Window.Noise.NONE));
        assertThat(policy.releases())
                .last()
                .satisfies(release -> assertThat(release.field()).isEqualTo("plate"))
                .extracting(Policy.Release::steps)
                .isEqualTo(List.of(new Step("count", Argument.NONE)));
    }

    @Test
    void all_that_can_be_said_is_read() {
        city.replacing(
                        FILE,
                        "atLeast: k11}",
                        "atLeast: k20, lateness: PT2M, idle: PT10M, groupsPerSubject: 3, diverse: {field: segment, atLeast: 2},"
                                + " noise: {epsilon: 0.5, delta: 0.000001, budget: {epsilon: 10, delta: 0.001}, epoch: P1D, zone: America/Toronto}}")
                .replacing(
                        FILE,
                        "vehicles: {count: plate}",
                        "sure: [{of: confidence}, {round: 0.1}, {quantile: {of: confidence, at: 0.85, step: 0.05}}]");

        Policy policy = city.set().policies().get(0);

        assertThat(policy.window())
                .isEqualTo(new Window(
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(10),
                        "plate",
                        20,
                        3,
                        new Window.Diversity("segment", 2),
                        new Window.Noise(
                                PrivacyLoss.of("0.5", "0.000001"),
                                PrivacyLoss.of("10", "0.001"),
                                new EpochRule(Duration.ofDays(1), ZoneId.of("America/Toronto")))));
        assertThat(policy.releases()).last().satisfies(release -> {
            assertThat(release.field()).isEqualTo("confidence");
            assertThat(release.steps())
                    .last()
                    .isEqualTo(new Step(
                            "quantile",
                            new Argument.Entries(Map.of("at", Argument.of("0.85"), "step", Argument.of("0.05")))));
        });
    }

    @Test
    void two_windows_of_one_stream_to_one_recipient_are_a_mistake() {
        city.with(
                "purposes/more.yaml",
                City.PURPOSE.substring(0, City.PURPOSE.indexOf("---")).replace("traffic-planning", "traffic-study"));
        city.with(
                "policies/more.yaml",
                COUNTS.replace("corridor-counts", "other")
                        .replace("purpose: traffic-planning", "purpose: traffic-study"));

        assertThat(city.codes()).containsExactly("overlapping-windows");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "atLeast: k11}|atLeast: k5}|unknown threshold",
                "atLeast: k11}|atLeast: 3}|must be a text",
                "window: PT15M|window: PT0.5S|whole seconds",
                "window: PT15M|window: PT1S|open at once",
                "window: PT15M|windows: PT15M|window",
                "distinct: plate|distinct: 7up|by-device",
                "{count: plate}|[{count: plate}, keep]|stands last",
                "{count: plate}|{count: {of: plate, at: 3}}|takes a field",
                "{count: plate}|{quantile: {of: confidence, at: 2, step: 1}}|between 0 and 1",
                "{count: plate}|{count: number}|no field",
                "{count: plate}|{top-k: {of: segment}}|most",
                "atLeast: k11}|atLeast: k11, noise: {epsilon: 0.0000005, budget: {epsilon: 1}, epoch: P1D, zone: UTC}}|epsilon",
                "atLeast: k11}|atLeast: k11, noise: {epsilon: 1, budget: {epsilon: 1}, epoch: PT36H, zone: UTC}}|whole days"
            })
    void a_mistake_says_what_would_be_right(String was, String is, String says) {
        assertThat(city.replacing(FILE, was, is).problems())
                .anySatisfy(problem -> assertThat(problem).contains(says));
    }

    @Test
    void what_is_computed_of_a_group_needs_a_window() {
        city.replacing(FILE, "release: {window: PT15M, distinct: plate, atLeast: k11}", "");

        assertThat(city.problems()).singleElement().asString().contains("`count` is computed of a group");
    }
}
