package sluice.driver.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.driver.kit.HealthReading;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Point;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.testkit.ManualClock;
import sluice.testkit.driver.TestDevice;
import sluice.testkit.driver.TestTools;

class TrafficDriverTest {
    private static final String SEGMENT = "king-st-w/3";
    private static final Point PLACE = new Point(43.65, -79.38);

    private final TestTools tools = new TestTools(ManualClock.at(Messages.RECEIVED));

    @Test
    void a_detector_tells_each_lane_and_its_own_health() {
        Duration minute = Duration.ofMinutes(1);
        assertThat(values(answer("DETECTOR", Messages.DETECTOR)))
                .containsExactly(
                        new FlowReading(SEGMENT, 1L, 12L, minute, 0.18, 43.5, 35.0, PLACE, Messages.STATED),
                        new FlowReading(SEGMENT, 2L, 0L, minute, 0.0, null, null, PLACE, Messages.STATED),
                        new HealthReading("road-3", "battery-voltage", 12.4));
    }

    @Test
    void a_detector_over_the_whole_road_needs_no_list() {
        assertThat(values(answer("DETECTOR", "{\"intensity\": 7}")))
                .containsExactly(new FlowReading(SEGMENT, null, 7L, null, null, null, null, PLACE, Messages.RECEIVED));
    }

    /** 185 is 1011 1001, 2 is 10, 68 is 100 0100. */
    @Test
    void a_signal_tells_each_phase_in_use() {
        assertThat(values(answer("SIGNAL", Messages.SIGNAL)))
                .extracting(value -> ((SignalReading) value).phase() + " " + ((SignalReading) value).state())
                .containsExactly("1 RED", "2 AMBER", "3 GREEN", "4 RED", "5 RED", "6 RED", "7 GREEN", "8 RED");
        assertThat(values(answer("SIGNAL", Messages.SIGNAL)).get(0))
                .isEqualTo(new SignalReading("road-3", 1, SignalState.RED, 3L, 47L, PLACE, Messages.STATED));
    }

    @Test
    void a_phase_without_light_is_not_in_use_and_the_second_group_goes_on_counting() {
        String message =
                "{\"groups\": [{\"reds\": 1, \"yellows\": 0, \"greens\": 0}, {\"reds\": 0, \"yellows\": 0, \"greens\":"
                        + " 128}]}";
        assertThat(values(answer("SIGNAL", message)))
                .extracting(value -> ((SignalReading) value).phase())
                .containsExactly(1L, 16L);
    }

    /** What is told of a person is the address, the place and the time, each labelled in the catalogue; a name is not even read. */
    @Test
    void a_reader_tells_addresses_and_nothing_else_of_whom_it_heard() {
        List<Object> told = values(answer("TRAVEL-TIME", Messages.READER));
        assertThat(told)
                .containsExactly(
                        new PassageReading("00005e005301", SEGMENT, Instant.parse("2026-03-01T11:59:58Z")),
                        new PassageReading("00005e005302", SEGMENT, Messages.STATED));
        assertThat(told.toString()).doesNotContain("Alice").doesNotContain("-70");
    }

    @Test
    void an_address_that_a_device_made_up_is_counted_and_not_told() {
        answer("TRAVEL-TIME", Messages.READER);
        assertThat(tools.notes()).containsEntry("discarded-made-up-addresses", 1L);
    }

    @ParameterizedTest
    @CsvSource({
        "DETECTOR, '', MALFORMED",
        "DETECTOR, '{}', UNKNOWN_MESSAGE",
        "DETECTOR, '{\"intensity\": 1, \"dateObserved\": \"noon\"}', MALFORMED",
        "DETECTOR, '{\"intensity\": -1}', IMPLAUSIBLE",
        "DETECTOR, '{\"intensity\": 1, \"occupancy\": 1.5}', IMPLAUSIBLE",
        "DETECTOR, '{\"intensity\": 1, \"averageVehicleSpeed\": 700}', IMPLAUSIBLE",
        "DETECTOR, '{\"intensity\": 1, \"period\": 0}', IMPLAUSIBLE",
        "DETECTOR, '{\"intensity\": 1, \"batteryVoltage\": 500}', IMPLAUSIBLE",
        "DETECTOR, '{\"lanes\": [{\"lane\": 1}]}', UNKNOWN_MESSAGE",
        "DETECTOR, '{\"lanes\": [{\"lane\": 0, \"intensity\": 1}]}', IMPLAUSIBLE",
        "DETECTOR, '{\"readings\": []}', UNKNOWN_MESSAGE",
        "SIGNAL, '{\"plan\": 1}', UNKNOWN_MESSAGE",
        "SIGNAL, '{\"groups\": [{\"reds\": 1}]}', MALFORMED",
        "SIGNAL, '{\"groups\": [{\"reds\": 256, \"yellows\": 0, \"greens\": 0}]}', MALFORMED",
        "SIGNAL, '{\"groups\": [{\"reds\": 1, \"yellows\": 0, \"greens\": 1}]}', IMPLAUSIBLE",
        "SIGNAL, '{\"plan\": 256, \"groups\": [{\"reds\": 1, \"yellows\": 0, \"greens\": 0}]}', IMPLAUSIBLE",
        "TRAVEL-TIME, '{}', UNKNOWN_MESSAGE",
        "TRAVEL-TIME, '{\"readings\": [{}]}', MALFORMED",
        "TRAVEL-TIME, '{\"readings\": [{\"address\": \"00:00:5e:00:53\"}]}', MALFORMED",
        "TRAVEL-TIME, '{\"readings\": [{\"address\": \"00:00:5e:00:53:01\", \"time\": \"noon\"}]}', MALFORMED"
    })
    void a_message_that_can_not_be_read_is_refused(String model, String json, Refusal refusal) {
        assertThat(answer(model, json)).isEqualTo(Decoded.refused(refusal));
    }

    /** A frame holds at most 64 readings; a reader that hears more has to send more messages. */
    @Test
    void more_addresses_than_a_frame_can_hold_are_refused() {
        String one = "{\"address\": \"00005e005301\"}";
        String many = "{\"readings\": [" + one + ("," + one).repeat(60) + "]}";
        assertThat(answer("TRAVEL-TIME", many)).isEqualTo(Decoded.refused(Refusal.IMPLAUSIBLE));
    }

    @ParameterizedTest
    @CsvSource({"LOOP, king-st-w/3, model", "DETECTOR, , segment", "TRAVEL-TIME, ' ', segment"})
    void settings_that_make_no_sense_are_named(String model, @Nullable String segment, String setting) {
        TestDevice device = TestDevice.of("road-3", new TrafficSettings(model, segment));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TrafficDriver().open(device, tools))
                .withMessageContaining("`" + setting + "`");
    }

    private static List<Object> values(Decoded decoded) {
        return decoded.fold(
                readings -> readings.stream().<Object>map(Reading::values).toList(), refusal -> {
                    throw new AssertionError("refused: " + refusal);
                });
    }

    private Decoded answer(String model, String json) {
        return new TrafficDriver()
                .open(ModelContract.device(model).standingAt(PLACE), tools)
                .on(Messages.frame(json));
    }
}
