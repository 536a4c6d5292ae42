package sluice.driver.smartbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Point;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Session;
import sluice.testkit.ManualClock;
import sluice.testkit.driver.TestDevice;
import sluice.testkit.driver.TestTools;

/** Containers here are 1,000 mm deep: the floor is 1,200 mm below the sensor and the full mark 200 mm. */
class SmartbinDriverTest {
    private static final Point PLACE = new Point(43.65, -79.38);

    private final TestTools tools = new TestTools(ManualClock.at(Frames.RECEIVED));

    @Test
    void ldds75_tells_level_temperature_and_an_estimate_of_its_battery() {
        ContainerReading reading = reading("LDDS75", Frames.ldds75(450, -35));
        assertThat(reading.container()).isEqualTo("bin-017");
        assertThat(reading.fillingLevel()).isEqualTo(0.75);
        assertThat(reading.temperature()).isEqualTo(-3.5);
        assertThat(reading.batteryLevel()).isCloseTo(0.868, within(0.001));
        assertThat(reading.tilted()).isNull();
        assertThat(reading.position()).isEqualTo(PLACE);
        assertThat(reading.observed()).isEqualTo(Frames.RECEIVED);
    }

    @Test
    void em400_mud_tells_level_temperature_battery_and_position() {
        assertThat(reading("EM400-MUD", Frames.em400mud(700, false)))
                .isEqualTo(new ContainerReading(
                        "bin-017",
                        0.5,
                        Fullness.MIDDLE,
                        null,
                        21.4,
                        false,
                        0.92,
                        false,
                        null,
                        null,
                        PLACE,
                        Frames.RECEIVED));
    }

    @Test
    void em310_udl_tells_level_battery_and_position() {
        assertThat(reading("EM310-UDL", Frames.em310udl(200, false)))
                .isEqualTo(new ContainerReading(
                        "bin-017",
                        1.0,
                        Fullness.FULL,
                        null,
                        null,
                        null,
                        0.64,
                        false,
                        null,
                        null,
                        PLACE,
                        Frames.RECEIVED));
    }

    @Test
    void a_reading_carries_the_frames_counter() {
        Decoded decoded = answer("LDDS75", Frames.ldds75(450, 120));
        Reading reading = decoded.fold(readings -> readings.get(0), refusal -> noReading());
        assertThat(reading.sequence()).hasValue(7);
    }

    /** Heaped waste and uneven floors are ordinary; content a hand's breadth under the floor is not. */
    @ParameterizedTest
    @CsvSource({"1250, 0", "1300, 0", "1200, 0", "950, 0.25", "200, 1", "150, 1", "100, 1"})
    void level_is_clamped_within_a_tenth_of_the_depth(int distanceMm, double level) {
        assertThat(reading("EM310-UDL", Frames.em310udl(distanceMm, false)).fillingLevel())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"1301", "99", "0", "65535"})
    void content_below_the_floor_or_above_the_rim_is_implausible(int distanceMm) {
        assertThat(answer("EM310-UDL", Frames.em310udl(distanceMm, false)))
                .isEqualTo(Decoded.refused(Refusal.IMPLAUSIBLE));
    }

    /** An open lid points the sensor at the street: the level is withheld, so that nobody takes the container for emptied. */
    @Test
    void a_tilted_sensor_says_so_and_gives_no_level() {
        ContainerReading reading = reading("EM400-MUD", Frames.em400mud(4000, true));
        assertThat(reading.tilted()).isTrue();
        assertThat(reading.fillingLevel()).isNull();
        assertThat(tools.notes()).containsEntry("tilted", 1L);
    }

    @ParameterizedTest
    @CsvSource({
        "0d4a0000000000 01, the register is zero",
        "0d4a0013000000 01, below the least reading",
        "0d4a01c2000000 00, the probe flag is off",
        "0d4a01c2, a frame of four bytes comes from a sensor without a probe"
    })
    void ldds75_without_a_reading_still_tells_its_battery(String hex, String why) {
        ContainerReading reading =
                reading("LDDS75", Frames.hex(hex.replace(" ", "")).onPort(2));
        assertThat(reading.fillingLevel()).as(why).isNull();
        assertThat(reading.batteryLevel()).isNotNull();
        assertThat(tools.notes()).containsEntry("no-distance", 1L);
    }

    @ParameterizedTest
    @CsvSource({"0000", "0ccc", "f800"})
    void ldds75_without_a_thermometer_tells_no_temperature(String register) {
        assertThat(reading("LDDS75", Frames.hex("0d4a01c200" + register + "01").onPort(2))
                        .temperature())
                .isNull();
    }

    /** 2.1 V is empty, 3.6 V is new. */
    @ParameterizedTest
    @CsvSource({"0834, 0", "0b22, 0.5", "0e10, 1", "0e74, 1", "07d0, 0", "4e10, 1"})
    void ldds75_battery_is_linear_between_empty_and_new(String register, double level) {
        ContainerReading reading =
                reading("LDDS75", Frames.hex(register + "01c200").onPort(2));
        assertThat(reading.batteryLevel()).isCloseTo(level, within(1e-9));
    }

    @Test
    void em400_mud_alarms_carry_the_same_values() {
        ContainerReading reading =
                reading("EM400-MUD", Frames.hex("8367f6ff01" + "8482bc0201").onPort(85));
        assertThat(reading.temperature()).isEqualTo(-1.0);
        assertThat(reading.fillingLevel()).isEqualTo(0.5);
    }

    @Test
    void what_a_sensor_tells_of_itself_when_it_joins_goes_no_further() {
        Frame join = Frames.hex("ff0bff" + "ff0101" + "ff166123456789abcdef" + "ff090110" + "ff0a0102" + "ff0f00");
        assertThat(answer("EM400-MUD", join.onPort(85))).isEqualTo(Decoded.nothing());
    }

    @ParameterizedTest
    @CsvSource({
        "EM400-MUD, 2, 01755c, UNKNOWN_PORT",
        "LDDS75, 85, 0d4a01c2000000 01, UNKNOWN_PORT",
        "EM400-MUD, 85, 03824408, UNKNOWN_MESSAGE",
        "EM310-UDL, 85, 0367d600, UNKNOWN_MESSAGE",
        "EM400-MUD, 85, 068800000000000000 0000, UNKNOWN_MESSAGE",
        "EM400-MUD, 85, fe0258 02, UNKNOWN_MESSAGE",
        "LDDS75, 2, 0d4a01c200000001 00, UNKNOWN_MESSAGE",
        "EM400-MUD, 85, 01755c 0482bc, TRUNCATED",
        "EM400-MUD, 85, 01755c 04, TRUNCATED",
        "EM400-MUD, 85, '', TRUNCATED",
        "LDDS75, 2, 0d4a01c2000000, TRUNCATED",
        "LDDS75, 2, 0d4a, TRUNCATED",
        "EM400-MUD, 85, 017565, IMPLAUSIBLE",
        "EM400-MUD, 85, 050002, IMPLAUSIBLE",
        "EM400-MUD, 85, 0367ff7f, IMPLAUSIBLE",
        "LDDS75, 2, 3fff01c2000000 01, IMPLAUSIBLE",
        "LDDS75, 2, 000001c2000000 01, IMPLAUSIBLE"
    })
    void what_can_not_be_read_is_refused_under_its_own_reason(String model, int port, String hex, Refusal refusal) {
        assertThat(answer(model, Frames.hex(hex.replace(" ", "")).onPort(port))).isEqualTo(Decoded.refused(refusal));
    }

    @Test
    void a_frame_without_a_port_is_refused() {
        assertThat(answer("EM400-MUD", Frames.hex("01755c"))).isEqualTo(Decoded.refused(Refusal.UNKNOWN_PORT));
    }

    @ParameterizedTest
    @CsvSource({
        "LDDS-75, 1200, 200, model",
        "LDDS75, 200, 200, sensorToFloorMm",
        "LDDS75, NaN, 200, sensorToFloorMm",
        "LDDS75, 1200, -1, sensorToFullMm",
        "LDDS75, 1200, NaN, sensorToFullMm",
        "LDDS75, 120000, 200, sensorToFloorMm"
    })
    void settings_that_make_no_sense_are_named(String model, double floor, double full, String setting) {
        TestDevice device = TestDevice.of("bin-017", new BinSettings(model, floor, full, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SmartbinDriver().open(device, tools))
                .withMessageContaining("`" + setting + "`");
    }

    private ContainerReading reading(String model, Frame frame) {
        return answer(model, frame)
                .fold(readings -> (ContainerReading) readings.get(0).values(), refusal -> {
                    throw new AssertionError("refused: " + refusal);
                });
    }

    private static Reading noReading() {
        throw new AssertionError("refused");
    }

    private Decoded answer(String model, Frame frame) {
        Session session = new SmartbinDriver()
                .open(
                        TestDevice.of("bin-017", new BinSettings(model, 1200.0, 200.0, 10.0))
                                .standingAt(PLACE),
                        tools);
        return session.on(frame);
    }
}
