package sluice.driver.alpr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.testkit.ManualClock;
import sluice.testkit.driver.TestDevice;
import sluice.testkit.driver.TestTools;

class AlprDriverTest {
    private final TestTools tools = new TestTools(ManualClock.at(Messages.RECEIVED));

    @Test
    void a_group_gives_its_weighted_plate_and_nothing_else_of_it() {
        assertThat(readings(Messages.GROUP))
                .extracting(Reading::values)
                .containsExactly(new PlateReading("CKTR428", 0.915, "king-st-w/3", "ca-on", Messages.SEEN));
    }

    @Test
    void an_older_agents_group_gives_the_plate_of_its_best_frame() {
        assertThat(readings(Messages.OLD_GROUP))
                .extracting(Reading::values)
                .containsExactly(new PlateReading("BNDV117", 0.88, "king-st-w/3", "on", Messages.SEEN));
    }

    @Test
    void a_region_may_be_missing() {
        String group = Messages.OLD_GROUP.replace("\"region\": \"on\"", "\"region\": \"\"");
        assertThat(readings(group)).extracting(Reading::values).first().hasFieldOrPropertyWithValue("region", null);
    }

    /** The agent's clock says when the vehicle came into view; the group may arrive ten seconds after. */
    @Test
    void a_reading_is_observed_when_the_vehicle_came_into_view() {
        Reading reading = readings(Messages.GROUP).get(0);
        assertThat(reading.observedAt()).isEqualTo(Messages.SEEN);
        assertThat(reading.sequence()).isEmpty();
    }

    @Test
    void what_is_thrown_away_is_counted() {
        readings(Messages.GROUP);
        assertThat(tools.notes())
                .containsEntry("discarded-candidates", 3L)
                .containsEntry("discarded-coordinates", 6L)
                .containsEntry("discarded-images", 2L)
                .containsEntry("discarded-vehicle", 1L)
                .doesNotContainKey("discarded-faces");
    }

    @Test
    void a_heartbeat_gives_no_reading_and_tells_the_operator_how_the_agent_fares() {
        assertThat(answer(Messages.HEARTBEAT)).isEqualTo(Decoded.nothing());
        assertThat(tools.notes())
                .containsEntry("cpu-usage-percent", 19L)
                .containsEntry("video-streams", 3L)
                .containsEntry("video-streams-down", 2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpr_results", "alpr_alert", "vehicle", ""})
    void other_messages_of_the_agent_are_unknown(String type) {
        assertThat(answer(Messages.GROUP.replace("alpr_group", type)))
                .isEqualTo(Decoded.refused(Refusal.UNKNOWN_MESSAGE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"data_type\": 3}",
                "{\"data_type\": \"alpr_group\"}",
                "{\"data_type\": \"alpr_group\", \"data_type\": \"heartbeat\"}",
                "{\"data_type\": \"alpr_group\", \"epoch_start\": 1772366400250, \"best_plate\": []}",
                "<EventNotificationAlert/>"
            })
    void what_is_no_message_of_the_agent_is_malformed(String json) {
        assertThat(answer(json)).isEqualTo(Decoded.refused(Refusal.MALFORMED));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"CKTR428\"', '\"\"', MALFORMED",
        "'\"CKTR428\"', '\"  \"', MALFORMED",
        "1772366400250, 1772366400250.5, MALFORMED",
        "1772366400250, '\"today\"', MALFORMED",
        "1772366400250, 1772366400, IMPLAUSIBLE",
        "1772366400250, 1772366400250000, IMPLAUSIBLE",
        "1772366400250, -1, IMPLAUSIBLE",
        "1772366400250, 9223372036854775807, IMPLAUSIBLE",
        "91.5, 100.01, IMPLAUSIBLE",
        "91.5, -0.5, IMPLAUSIBLE"
    })
    void a_group_that_can_not_be_true_is_refused(String was, String is, Refusal refusal) {
        assertThat(answer(Messages.GROUP.replace(was, is))).isEqualTo(Decoded.refused(refusal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void a_camera_must_know_its_segment(String segment) {
        TestDevice device = TestDevice.of("camera-2", new CameraSettings(segment));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AlprDriver().open(device, tools))
                .withMessageContaining("`segment`");
    }

    private List<Reading> readings(String json) {
        return answer(json).fold(readings -> readings, refusal -> {
            throw new AssertionError("refused: " + refusal);
        });
    }

    private Decoded answer(String json) {
        return new AlprDriver()
                .open(TestDevice.of("camera-2", new CameraSettings("king-st-w/3")), tools)
                .on(Messages.frame(json));
    }
}
