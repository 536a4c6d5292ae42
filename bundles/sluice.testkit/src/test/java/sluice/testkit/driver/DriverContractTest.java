package sluice.testkit.driver;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import sluice.driver.spi.Decoded;
import sluice.driver.spi.Device;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Frame;
import sluice.driver.spi.Reading;
import sluice.driver.spi.Refusal;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** A contract that nobody can break proves nothing: each bad habit here must be caught by its test. */
class DriverContractTest {
    private record Settings(String model) {}

    private record Level(long value) {}

    private record Secret(long value) {}

    private record Bytes(float value) {}

    /** A driver of one habit, which every session of it shares. */
    private record Habit(Function<Frame, Decoded> habit, Class<? extends Record> type) implements Driver {
        @Override
        public Class<? extends Record> config() {
            return Settings.class;
        }

        @Override
        public Map<Class<? extends Record>, String> streams() {
            return Map.of(type, "test.level");
        }

        @Override
        public Session open(Device device, Tools tools) {
            return habit::apply;
        }
    }

    private static final class Contract extends DriverContract {
        private final Function<Frame, Decoded> habit;
        private final Class<? extends Record> type;

        Contract(Function<Frame, Decoded> habit, Class<? extends Record> type) {
            this.habit = habit;
            this.type = type;
        }

        @Override
        protected Driver driver() {
            return new Habit(habit, type);
        }

        @Override
        protected TestDevice device() {
            return TestDevice.of("device-1", new Settings("good"));
        }

        @Override
        protected List<Frame> goldenFrames() {
            return List.of(frame(1), frame(2));
        }
    }

    @Test
    void a_good_driver_passes() {
        Contract contract = new Contract(DriverContractTest::good, Level.class);
        assertThatCode(() -> {
                    contract.declares_streams_of_records_that_the_platform_can_read();
                    contract.takes_settings_that_a_device_file_can_hold();
                    contract.understands_its_golden_frames_and_gives_only_declared_records();
                    contract.answers_the_same_frames_the_same_way();
                    contract.keeps_devices_apart();
                    contract.answers_every_truncation_of_a_golden_frame();
                    contract.answers_random_bytes();
                    contract.answers_damaged_golden_frames();
                    contract.answers_a_megabyte();
                    contract.refuses_every_port_that_carries_no_golden_frame();
                    contract.survives_ticks_before_between_and_after_frames();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void reading_past_the_end_is_caught() {
        Contract contract = new Contract(frame -> level(frame.unsigned(1)), Level.class);
        assertThatThrownBy(contract::answers_every_truncation_of_a_golden_frame)
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void a_record_that_was_not_declared_is_caught() {
        Contract contract = new Contract(frame -> Decoded.of(Reading.of(new Secret(1), Instant.EPOCH)), Level.class);
        assertThatThrownBy(contract::understands_its_golden_frames_and_gives_only_declared_records)
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_component_type_that_the_platform_can_not_read_is_caught() {
        Contract contract = new Contract(DriverContractTest::good, Bytes.class);
        assertThatThrownBy(contract::declares_streams_of_records_that_the_platform_can_read)
                .hasMessageContaining("Bytes.value");
    }

    /** The array stands for a static field: what one session did shows in another's readings. */
    @Test
    void memory_that_sessions_share_is_caught() {
        long[] shared = new long[1];
        Contract contract = new Contract(frame -> level(shared[0]++), Level.class);
        assertThatThrownBy(contract::answers_the_same_frames_the_same_way).isInstanceOf(AssertionError.class);
        assertThatThrownBy(contract::keeps_devices_apart).isInstanceOf(AssertionError.class);
    }

    @Test
    void a_driver_that_listens_on_every_port_is_caught() {
        Contract contract = new Contract(frame -> level(1), Level.class);
        assertThatThrownBy(contract::refuses_every_port_that_carries_no_golden_frame)
                .hasMessageContaining("port 0");
    }

    private static Decoded good(Frame frame) {
        if (frame.port().orElse(-1) != 9) {
            return Decoded.refused(Refusal.UNKNOWN_PORT);
        }
        return frame.length() < 2 ? Decoded.refused(Refusal.TRUNCATED) : level(frame.unsigned(1));
    }

    private static Decoded level(long value) {
        return Decoded.of(Reading.of(new Level(value), Instant.EPOCH));
    }

    private static Frame frame(int value) {
        return Frame.of(new byte[] {0, (byte) value}, Instant.EPOCH).onPort(9);
    }
}
