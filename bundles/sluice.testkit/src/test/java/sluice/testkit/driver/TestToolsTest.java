package sluice.testkit.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import sluice.testkit.ManualClock;

class TestToolsTest {
    private final TestTools tools = new TestTools(ManualClock.at("2026-03-01T12:00:00Z"));

    @Test
    void the_last_number_of_a_code_is_kept() {
        tools.note("no-distance", 1);
        tools.note("no-distance", 2);
        assertThat(tools.notes()).containsEntry("no-distance", 2L);
    }

    /** A code built from a frame would carry the frame to the operator. */
    @Test
    void a_code_that_is_no_constant_fails_the_test() {
        assertThatThrownBy(() -> tools.note("Plate ABC", 1)).isInstanceOf(AssertionError.class);
    }

    @Test
    void json_is_read_as_the_platform_reads_it() {
        assertThat(tools.json("{\"a\":1}".getBytes(StandardCharsets.UTF_8))).isPresent();
        assertThat(tools.json("{\"a\":".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }
}
