package sluice.driver.soil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.driver.soil.model.SoilModels;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Point;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.testkit.ManualClock;
import sluice.testkit.driver.TestDevice;
import sluice.testkit.driver.TestTools;

class SoilDriverTest {
    private static final Point PLACE = new Point(43.65, -79.38);

    private final TestTools tools = new TestTools(ManualClock.at(Frames.RECEIVED));

    @Test
    void every_model_of_the_table_has_golden_frames() {
        assertThat(Frames.golden().keySet()).containsAll(SoilModels.ALL.names()).contains(Controller.MODEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSE01", "EM500-SMTC", "R72615A"})
    void soil_is_a_quarter_wet_and_nine_degrees_warm(String model) {
        SoilReading reading = only(SoilReading.class, answer(model, first(model)));
        assertThat(reading.soilMoistureVwc()).isCloseTo(0.245, within(1e-9));
        assertThat(reading.soilTemperature()).isEqualTo(9.0);
        assertThat(reading.position()).isEqualTo(PLACE);
        assertThat(reading.observed()).isEqualTo(Frames.RECEIVED);
    }

    @Test
    void sense_cap_tells_temperature_and_moisture_of_the_soil() {
        SoilReading reading = only(SoilReading.class, answer("SENSECAP", first("SENSECAP")));
        assertThat(reading.soilTemperature()).isEqualTo(9.0);
        assertThat(reading.soilMoistureVwc()).isCloseTo(0.245, within(1e-9));
    }

    /** 2447.2 counts by the calibration 0.0003879 x - 0.6956; 320 uS/cm are 0.032 S/m. */
    @Test
    void decentlab_tells_water_content_by_the_makers_calibration() {
        SoilReading reading = only(SoilReading.class, answer("DL-TRS12", first("DL-TRS12")));
        assertThat(reading.soilMoistureVwc()).isCloseTo(2447.2 * 0.0003879 - 0.6956, within(1e-6));
        assertThat(reading.soilTemperature()).isEqualTo(9.0);
        assertThat(reading.soilMoistureEc()).isEqualTo(0.032);
    }

    @Test
    void a_weather_station_tells_what_evapotranspiration_needs() {
        assertThat(only(WeatherReading.class, answer("DL-ATM41", first("DL-ATM41"))))
                .isEqualTo(new WeatherReading(
                        "probe-3", 21.4, 0.55, 2.5, 180.0, 640.0, 1013.3, 0.2, null, null, PLACE, Frames.RECEIVED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"LSN50V2", "ELT-2", "LPN-CM4"})
    void air_is_told_as_weather(String model) {
        WeatherReading reading = only(WeatherReading.class, answer(model, first(model)));
        assertThat(reading.temperature()).isEqualTo(21.4);
        assertThat(reading.relativeHumidity()).isCloseTo(0.55, within(1e-9));
    }

    /** Below zero the maker's codec is a hundredth too high. */
    @Test
    void frozen_soil_is_read_as_twos_complement() {
        assertThat(only(SoilReading.class, answer("LSE01", golden("LSE01").get(1)))
                        .soilTemperature())
                .isEqualTo(-1.0);
    }

    @ParameterizedTest
    @CsvSource({"SOIL, 9.0, ", "AIR, , 9.0", ", , "})
    void a_thermometer_on_a_cable_is_where_somebody_put_it(
            @Nullable ProbePlace probe, @Nullable Double soil, @Nullable Double air) {
        Frame dry = Frames.hex("0d4a 005a 0000 0c 7fff 7fff").onPort(2);
        List<Object> told = values(new SoilDriver()
                .open(TestDevice.of("probe-3", new SoilSettings("LSN50V2-D20", probe)), tools)
                .on(dry));
        assertThat(told.stream().filter(SoilReading.class::isInstance).map(SoilReading.class::cast))
                .extracting(SoilReading::soilTemperature)
                .isEqualTo(soil == null ? List.of() : List.of(soil));
        assertThat(told.stream().filter(WeatherReading.class::isInstance).map(WeatherReading.class::cast))
                .extracting(WeatherReading::temperature)
                .isEqualTo(air == null ? List.of() : List.of(air));
    }

    /** The broker takes a second reading of the same number for a repeat. */
    @Test
    void only_the_first_reading_of_a_frame_bears_its_number() {
        List<Reading> readings = answer("SMART-EMITTER", first("SMART-EMITTER")).fold(all -> all, refusal -> List.of());
        assertThat(readings).hasSizeGreaterThan(2);
        assertThat(readings.get(0).sequence()).hasValue(7);
        assertThat(readings.subList(1, readings.size()))
                .allMatch(reading -> reading.sequence().isEmpty());
    }

    @Test
    void a_valve_says_whether_it_is_open_and_what_ran_through() {
        ValveReading reading = only(ValveReading.class, answer("SMART-EMITTER", first("SMART-EMITTER")));
        assertThat(reading.open()).isTrue();
        assertThat(reading.leak()).isFalse();
        assertThat(reading.pulses()).isEqualTo(255);
    }

    @Test
    void a_valve_that_leaks_says_so() {
        ValveReading reading = only(
                ValveReading.class,
                answer("SMART-EMITTER", golden("SMART-EMITTER").get(1)));
        assertThat(reading.open()).isFalse();
        assertThat(reading.leak()).isTrue();
    }

    @Test
    void a_controller_tells_each_of_its_stations() {
        assertThat(values(answer("OPENSPRINKLER", first("OPENSPRINKLER"))))
                .extracting(value -> ((ValveReading) value).valve() + " " + ((ValveReading) value).open())
                .containsExactly("probe-3/1 false", "probe-3/2 true", "probe-3/3 false");
    }

    /** They have no times, and a city that dates them wrongly waters wrongly. */
    @Test
    void a_history_without_times_is_not_told() {
        assertThat(values(answer("LPN-CM4", golden("LPN-CM4").get(1)))).noneMatch(WeatherReading.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({
        "LSE01, 2, 0d4a 005a 0992 0384 0140, TRUNCATED",
        "LSE01, 2, 0d4a 005a 0992 0384 0140 10 00, UNKNOWN_MESSAGE",
        "LSE01, 3, 0d4a 005a 0992 0384 0140 10, UNKNOWN_PORT",
        "LSE01, 2, 0d4a 005a 2af8 0384 0140 10, IMPLAUSIBLE",
        "LSE01, 2, 3fff 005a 0992 0384 0140 10, IMPLAUSIBLE",
        "LSPH01, 2, 0d4a 0000 0294 005a 00 00 02, UNKNOWN_MESSAGE",
        "LSPH01, 2, 0d4a 0000 0600 005a 00 00 01, IMPLAUSIBLE",
        "LSN50V2, 2, 0d4a 005a 0000 04 00d6 0226, UNKNOWN_MESSAGE",
        "EM500-SMTC, 85, 03675a00 04ca92, TRUNCATED",
        "EM500-SMTC, 85, 0482c201, UNKNOWN_MESSAGE",
        "EM500-SMTC, 85, 04caffff, IMPLAUSIBLE",
        "DL-TRS12, 1, 03 1234 0003 5f98 805a 0140 0c1c, UNKNOWN_MESSAGE",
        "DL-TRS12, 1, 02 1234 0007 5f98 805a 0140 0c1c, UNKNOWN_MESSAGE",
        "DL-TRS12, 1, 02 1234 0003 5f98 805a 0140, TRUNCATED",
        "DL-TRS12, 1, 02 1234, TRUNCATED",
        "SENSECAP, 1, 010610 28230000 0000, MALFORMED",
        "R72615A, 6, 010a 0a 24 0992 0384 ffff ff, UNKNOWN_MESSAGE",
        "R72615A, 6, 0109 0f 24 0992 0384 ffff ff, UNKNOWN_MESSAGE",
        "LPN-CM4, 3, 02 00 00 b4 03 085c 37, UNKNOWN_MESSAGE",
        "LPN-CM4, 3, 01 00 00 b4, TRUNCATED",
        "SOIL-MOISTURE, 1, 0e, TRUNCATED",
        "SOIL-MOISTURE, 1, 0e ff, IMPLAUSIBLE",
        "SMART-EMITTER, 4, 33323030, TRUNCATED",
        "SMART-EMITTER, 4, 3332303a 31, MALFORMED",
        "SMART-EMITTER, 4, 33323030 2f, MALFORMED",
        "SMART-EMITTER, 4, 33323030 31 43 30303030467a, MALFORMED",
        "SMART-EMITTER, 4, 33323030 31 23 5f42, TRUNCATED",
        "SMART-EMITTER, 4, 40323030 31, UNKNOWN_MESSAGE",
        "SMART-EMITTER, 4, 33323030 31 21, UNKNOWN_MESSAGE"
    })
    void what_can_not_be_read_is_refused_under_its_own_reason(String model, int port, String hex, Refusal refusal) {
        assertThat(answer(model, Frames.hex(hex).onPort(port))).isEqualTo(Decoded.refused(refusal));
    }

    @ParameterizedTest
    @CsvSource({
        "'[', MALFORMED",
        "'{}', MALFORMED",
        "'{\"result\": 2}', UNKNOWN_MESSAGE",
        "'{\"sn\": [0, 1], \"nstations\": 3}', IMPLAUSIBLE",
        "'{\"sn\": [0, 2], \"nstations\": 2}', MALFORMED",
        "'{\"sn\": [0, true], \"nstations\": 2}', MALFORMED"
    })
    void a_controllers_answer_that_can_not_be_read_is_refused(String json, Refusal refusal) {
        assertThat(answer("OPENSPRINKLER", Frames.json(json))).isEqualTo(Decoded.refused(refusal));
    }

    @Test
    void a_model_that_is_not_claimed_is_a_mistake_of_the_setting() {
        TestDevice device = TestDevice.of("probe-3", new SoilSettings("LSE02", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SoilDriver().open(device, tools))
                .withMessageContaining("`model`");
    }

    private static <T> T only(Class<T> type, Decoded decoded) {
        List<T> found = values(decoded).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static List<Object> values(Decoded decoded) {
        return decoded.fold(
                readings -> readings.stream().<Object>map(Reading::values).toList(), refusal -> {
                    throw new AssertionError("refused: " + refusal);
                });
    }

    private Decoded answer(String model, Frame frame) {
        return new SoilDriver()
                .open(ModelContract.device(model).standingAt(PLACE), tools)
                .on(frame);
    }

    private static Frame first(String model) {
        return golden(model).get(0);
    }

    private static List<Frame> golden(String model) {
        return Objects.requireNonNull(Frames.golden().get(model));
    }
}
