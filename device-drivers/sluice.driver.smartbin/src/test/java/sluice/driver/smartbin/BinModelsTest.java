package sluice.driver.smartbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.driver.kit.HealthReading;
import sluice.driver.smartbin.model.BinModels;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Session;
import sluice.testkit.ManualClock;
import sluice.testkit.driver.TestDevice;
import sluice.testkit.driver.TestTools;

/** What every model of the table has in common, and what each adds. Containers are 1,000 mm deep. */
class BinModelsTest {
    private final TestTools tools = new TestTools(ManualClock.at(Frames.RECEIVED));

    static Stream<String> models() {
        return Frames.golden().keySet().stream();
    }

    static Stream<String> levelModels() {
        return models().filter(model -> !List.of("LDS03A", "CPL01", "BIGBELLY").contains(model));
    }

    @Test
    void every_model_of_the_table_has_golden_frames() {
        assertThat(Frames.golden().keySet()).containsAll(BinModels.ALL.names()).contains(Station.MODEL);
    }

    @ParameterizedTest
    @MethodSource("levelModels")
    void content_450_mm_below_the_sensor_is_three_quarters(String model) {
        ContainerReading reading = container(model, first(model));
        assertThat(reading.fillingLevel()).isEqualTo(0.75);
        assertThat(reading.fullness()).isEqualTo(Fullness.MIDDLE);
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_valid_frame_of_another_makers_model_is_refused(String model) {
        for (String other : Frames.golden().keySet()) {
            if (!first(other).port().equals(first(model).port())) {
                assertThat(answer(model, first(other))).isInstanceOf(Decoded.Refused.class);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"R718PE, R718X", "R718X, R718PE", "R718PA22, R718X", "EM310-UDL, EM400-MUD", "LLDS12, LDDS75"})
    void a_valid_frame_of_a_sibling_is_an_unknown_message_or_cut_short(String model, String sibling) {
        assertThat(answer(model, first(sibling)))
                .isIn(Decoded.refused(Refusal.UNKNOWN_MESSAGE), Decoded.refused(Refusal.TRUNCATED));
    }

    @Test
    void a_lid_counts_its_openings_and_says_whether_it_is_open() {
        ContainerReading reading = container("LDS03A", first("LDS03A"));
        assertThat(reading.lidOpenings()).isEqualTo(300);
        assertThat(reading.lidOpen()).isTrue();
        assertThat(reading.fillingLevel()).isNull();
    }

    /** When somebody came yesterday is nobody's business today. */
    @Test
    void a_lids_log_of_the_past_is_not_told() {
        assertThat(answer("CPL01", golden("CPL01").get(1))).isEqualTo(Decoded.nothing());
    }

    @ParameterizedTest
    @CsvSource({
        "EM400-MUD, 8367 2003 01, true, an alarm at 80 degrees",
        "EM400-MUD, 8367 2003 00, true, 80 degrees without an alarm",
        "EM400-MUD, 8367 0801 01, true, an alarm at 26.4 degrees",
        "EM400-MUD, 0367 8a02, false, 65 degrees in the sun"
    })
    void fire_is_an_alarm_or_heat(String model, String hex, boolean fire, String why) {
        assertThat(container(model, Frames.hex(hex).onPort(85)).onFire())
                .as(why)
                .isEqualTo(fire);
    }

    @Test
    void content_above_the_full_mark_overflows_and_is_told_as_full() {
        ContainerReading reading = container("EM310-UDL", Frames.em310udl(150, false));
        assertThat(reading.fullness()).isEqualTo(Fullness.OVERFLOWING);
        assertThat(reading.fillingLevel()).isEqualTo(1.0);
    }

    @Test
    void four_probes_tell_the_highest_heap() {
        assertThat(container("LDDS04", Frames.hex("0d4a 0384 0258 0320 02bc 01").onPort(2))
                        .fillingLevel())
                .isEqualTo(0.6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0064", "ffff", "0000"})
    void a_lidar_with_a_weak_echo_tells_no_level(String signal) {
        Frame weak = Frames.hex("0d5c 00d6 01c2" + signal + "00 15 01").onPort(2);
        assertThat(container("LLDS12", weak).fillingLevel()).isNull();
    }

    @Test
    void more_than_45_degrees_is_askew_and_hides_the_level() {
        ContainerReading reading =
                container("R718X", Frames.hex("01340124 01 01c2 0107 4b 3c").onPort(6));
        assertThat(reading.tilted()).isTrue();
        assertThat(reading.fillingLevel()).isNull();
    }

    @Test
    void a_station_tells_level_weight_openings_and_fire() {
        ContainerReading reading = container("BIGBELLY", golden("BIGBELLY").get(1));
        assertThat(reading.fillingLevel()).isEqualTo(0.7);
        assertThat(reading.weight()).isEqualTo(31.5);
        assertThat(reading.lidOpenings()).isEqualTo(412);
        assertThat(reading.onFire()).isTrue();
    }

    /** A bin is no listening post. The whole message is refused, so that somebody switches it off. */
    @ParameterizedTest
    @ValueSource(strings = {"wifi", "macAddresses", "bluetooth", "devicesSeen"})
    void a_station_that_reports_radio_identifiers_is_refused(String name) {
        String spying = Frames.STATION.replace("\"alerts\"", "\"" + name + "\": [\"02:00:00:00:00:01\"], \"alerts\"");
        assertThat(answer("BIGBELLY", Frames.json(spying))).isEqualTo(Decoded.refused(Refusal.UNKNOWN_MESSAGE));
        assertThat(tools.notes()).containsEntry("radio-identifiers", 1L);
    }

    @ParameterizedTest
    @CsvSource({
        "'{', MALFORMED",
        "'[]', MALFORMED",
        "'{\"serialNumber\": 1}', UNKNOWN_MESSAGE",
        "'{\"latestFullness\": 11}', IMPLAUSIBLE",
        "'{\"latestFullness\": -1}', IMPLAUSIBLE",
        "'{\"latestFullness\": 3, \"weightKg\": 50000}', IMPLAUSIBLE"
    })
    void a_stations_message_that_can_not_be_read_is_refused(String json, Refusal refusal) {
        assertThat(answer("BIGBELLY", Frames.json(json))).isEqualTo(Decoded.refused(refusal));
    }

    @Test
    void a_wrong_checksum_is_malformed() {
        assertThat(answer("SENSECAP-DISTANCE", Frames.hex("011310c8af0000 0000").onPort(1)))
                .isEqualTo(Decoded.refused(Refusal.MALFORMED));
    }

    @Test
    void health_is_told_when_it_changes() {
        Session session = session("R718PE");
        Frame low = first("R718PE");
        assertThat(kinds(session.on(low))).containsExactly("battery-voltage 3.6", "battery-low 1.0");
        assertThat(kinds(session.on(low))).isEmpty();
        assertThat(kinds(session.on(Frames.hex("01b10124 01 01c2 4b 000000").onPort(6))))
                .containsExactly("battery-low 0.0");
    }

    /** The same number, so that the broker knows it again; and nothing new of the device's health. */
    @Test
    void a_replayed_frame_says_the_same_under_the_same_number() {
        Session session = session("LDS03A");
        List<Reading> once = session.on(first("LDS03A")).fold(all -> all, refusal -> List.of());
        List<Reading> again = session.on(first("LDS03A")).fold(all -> all, refusal -> List.of());
        assertThat(again.get(0).values()).isEqualTo(once.get(0).values());
        assertThat(again.get(0).sequence()).isEqualTo(once.get(0).sequence()).hasValue(7);
        assertThat(again).hasSize(1);
    }

    @Test
    void a_lids_clock_that_is_wrong_is_told() {
        Frame slow = Frames.hex("01 00012c 000014 69a42000").onPort(2);
        assertThat(kinds(session("LDS03A").on(slow))).anyMatch(kind -> kind.startsWith("clock-drift"));
        assertThat(kinds(session("LDS03A").on(first("LDS03A")))).noneMatch(kind -> kind.startsWith("clock-drift"));
    }

    @ParameterizedTest
    @CsvSource({"LDDS75", "FILLING-DEGREE"})
    void a_model_that_measures_needs_to_know_its_container(String model) {
        TestDevice device = TestDevice.of("bin-017", new BinSettings(model, null, 200.0, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmartbinDriver().open(device, tools))
                .withMessageContaining("`sensorToFloorMm`");
    }

    @Test
    void a_model_without_a_unit_needs_to_know_its_steps() {
        TestDevice device = TestDevice.of("bin-017", new BinSettings("FILLING-DEGREE", 1200.0, 200.0, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmartbinDriver().open(device, tools))
                .withMessageContaining("`stepMm`");
    }

    private static List<String> kinds(Decoded decoded) {
        return decoded.fold(
                readings -> readings.stream()
                        .map(Reading::values)
                        .filter(HealthReading.class::isInstance)
                        .map(HealthReading.class::cast)
                        .map(health -> health.kind() + " " + health.value())
                        .toList(),
                refusal -> List.of(refusal.name()));
    }

    private ContainerReading container(String model, Frame frame) {
        return answer(model, frame)
                .fold(readings -> (ContainerReading) readings.get(0).values(), refusal -> {
                    throw new AssertionError("refused: " + refusal);
                });
    }

    private Decoded answer(String model, Frame frame) {
        return session(model).on(frame);
    }

    private Session session(String model) {
        return new SmartbinDriver().open(ModelContract.device(model), tools);
    }

    private static Frame first(String model) {
        return golden(model).get(0);
    }

    private static List<Frame> golden(String model) {
        return Objects.requireNonNull(Frames.golden().get(model));
    }
}
