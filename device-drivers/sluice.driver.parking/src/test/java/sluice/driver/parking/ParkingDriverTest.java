package sluice.driver.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.driver.kit.HealthReading;
import sluice.driver.parking.model.ParkingModels;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Point;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.testkit.ManualClock;
import sluice.testkit.driver.TestDevice;
import sluice.testkit.driver.TestTools;

class ParkingDriverTest {
    private static final Point PLACE = new Point(43.65, -79.38);

    private final TestTools tools = new TestTools(ManualClock.at(Frames.RECEIVED));

    @Test
    void every_model_of_the_table_has_golden_frames() {
        assertThat(Frames.golden().keySet())
                .containsAll(ParkingModels.ALL.names())
                .contains(GateSession.MODEL, CarParkSession.MODEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TPS110-0292", "TPS110-0392", "NPS310", "TEKZIPARK"})
    void a_bay_is_taken_and_free_again(String model) {
        assertThat(bay(model, golden(model).get(0)).status()).isEqualTo(BayStatus.OCCUPIED);
        assertThat(bay(model, golden(model).get(1)).status()).isEqualTo(BayStatus.FREE);
    }

    @Test
    void a_heartbeat_tells_the_temperature() {
        assertThat(bay("TPS110-0392", golden("TPS110-0392").get(1)))
                .isEqualTo(new BayReading("bay-3", BayStatus.FREE, -5.0, PLACE, Frames.RECEIVED));
    }

    /** Who parks where is in the tags: they are counted, and nothing of them is told. */
    @Test
    void tags_of_drivers_are_counted_and_not_told() {
        List<Object> told = values(answer("TEKZIPARK", golden("TEKZIPARK").get(1)));
        assertThat(tools.notes()).containsEntry("discarded-tags", 3L);
        assertThat(told.toString()).doesNotContain("17.0", "34.0", "51.0", "tag");
    }

    @Test
    void a_start_tells_its_cause_and_a_debug_message_its_code() {
        assertThat(values(answer("TPS110-0392", golden("TPS110-0392").get(2))))
                .contains(new HealthReading("bay-3", "reset-cause", 2), new HealthReading("bay-3", "debug-code", 209));
        assertThat(values(answer("TPS110-0292", golden("TPS110-0292").get(4))))
                .containsExactly(new HealthReading("bay-3", "debug-code", 209));
    }

    @Test
    void usage_of_a_bay_is_read_past() {
        assertThat(answer("TPS110-0392", golden("TPS110-0392").get(4))).isEqualTo(Decoded.nothing());
    }

    @Test
    void a_gate_tells_its_counters_at_its_own_time() {
        Decoded decoded = answer("GATE-COUNTER", Frames.json(Frames.GATE));
        assertThat(values(decoded)).containsExactly(new GateReading("bay-3", 1204, 1131, PLACE, Frames.STATED));
        Instant observedAt = decoded.fold(readings -> readings.get(0).observedAt(), refusal -> Frames.RECEIVED);
        assertThat(observedAt).isEqualTo(Frames.STATED);
    }

    @Test
    void a_car_park_tells_what_is_free() {
        assertThat(values(answer("CAR-PARK", Frames.json(Frames.CAR_PARK))))
                .containsExactly(new CarParkReading("bay-3", 400, 100, 0.75, PLACE, Frames.STATED));
    }

    @Test
    void a_car_park_that_does_not_say_how_large_it_is_is_told_by_its_device_file() {
        Decoded decoded = new ParkingDriver()
                .open(TestDevice.of("bay-3", new ParkingSettings("CAR-PARK", 200L)), tools)
                .on(Frames.json("{\"availableSpotNumber\": 150}"));
        assertThat(values(decoded)).containsExactly(new CarParkReading("bay-3", 200, 150, 0.25, null, Frames.RECEIVED));
    }

    @ParameterizedTest
    @CsvSource({
        "TPS110-0292, 1, '', TRUNCATED",
        "TPS110-0292, 1, 01ff, UNKNOWN_MESSAGE",
        "TPS110-0292, 2, 01ffff, UNKNOWN_MESSAGE",
        "TPS110-0292, 5, 0100013b8c, UNKNOWN_PORT",
        "TPS110-0392, 5, 0200013b8c, UNKNOWN_MESSAGE",
        "TPS110-0392, 3, 0a000000970320cd0021000000270203, TRUNCATED",
        "TPS110-0392, 6, 0a000000970320cd00, TRUNCATED",
        "TPS110-0392, 2, 018f, IMPLAUSIBLE",
        "NPS310, 3, 010d0002, TRUNCATED",
        "NPS310, 6, 01, UNKNOWN_PORT",
        "TEKZIPARK, 1, a82d, TRUNCATED",
        "TEKZIPARK, 1, a82d63b000, TRUNCATED",
        "TEKZIPARK, 2, a82d63, TRUNCATED",
        "TEKZIPARK, 1, a89c63, IMPLAUSIBLE"
    })
    void what_can_not_be_read_is_refused_under_its_own_reason(String model, int port, String hex, Refusal refusal) {
        assertThat(answer(model, Frames.hex(hex).onPort(port))).isEqualTo(Decoded.refused(refusal));
    }

    @ParameterizedTest
    @CsvSource({
        "GATE-COUNTER, '', MALFORMED",
        "GATE-COUNTER, '{\"entries\": 1}', MALFORMED",
        "GATE-COUNTER, '{\"entries\": 1, \"exits\": 0.5}', MALFORMED",
        "GATE-COUNTER, '{\"entries\": 1, \"exits\": 0, \"dateObserved\": \"yesterday\"}', MALFORMED",
        "GATE-COUNTER, '{\"entries\": 1, \"exits\": 0, \"dateObserved\": 5}', MALFORMED",
        "GATE-COUNTER, '{\"entries\": -1, \"exits\": 0}', IMPLAUSIBLE",
        "CAR-PARK, '{\"availableSpotNumber\": 3}', MALFORMED",
        "CAR-PARK, '{\"totalSpotNumber\": 3, \"availableSpotNumber\": 4}', IMPLAUSIBLE",
        "CAR-PARK, '{\"totalSpotNumber\": 0, \"availableSpotNumber\": 0}', IMPLAUSIBLE",
        "CAR-PARK, '{\"totalSpotNumber\": 3, \"availableSpotNumber\": -1}', IMPLAUSIBLE"
    })
    void a_message_that_can_not_be_read_is_refused(String model, String json, Refusal refusal) {
        assertThat(answer(model, Frames.json(json))).isEqualTo(Decoded.refused(refusal));
    }

    @ParameterizedTest
    @CsvSource({"TPS110, , model", "CAR-PARK, 0, spots", "CAR-PARK, 200000, spots"})
    void settings_that_make_no_sense_are_named(String model, @Nullable Long spots, String setting) {
        TestDevice device = TestDevice.of("bay-3", new ParkingSettings(model, spots));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParkingDriver().open(device, tools))
                .withMessageContaining("`" + setting + "`");
    }

    private BayReading bay(String model, Frame frame) {
        return (BayReading) values(answer(model, frame)).get(0);
    }

    private static List<Object> values(Decoded decoded) {
        return decoded.fold(
                readings -> readings.stream().<Object>map(Reading::values).toList(), refusal -> {
                    throw new AssertionError("refused: " + refusal);
                });
    }

    private Decoded answer(String model, Frame frame) {
        return new ParkingDriver()
                .open(ModelContract.device(model).standingAt(PLACE), tools)
                .on(frame);
    }

    private static List<Frame> golden(String model) {
        return Objects.requireNonNull(Frames.golden().get(model));
    }
}
