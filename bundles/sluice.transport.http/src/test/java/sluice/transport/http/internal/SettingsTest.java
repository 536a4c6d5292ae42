package sluice.transport.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
    @Test
    void every_default_is_pinned() {
        Map<String, Object> defaults = Arrays.stream(Config.class.getDeclaredMethods())
                .collect(Collectors.toMap(method -> method.getName(), method -> method.getDefaultValue()));

        assertThat(defaults)
                .isEqualTo(Map.of(
                        "max_bytes", 262_144,
                        "rate_per_second", 20,
                        "rate_burst", 40,
                        "commit_timeout_millis", 10_000L,
                        "max_waiting", 256));
    }

    @Test
    void every_setting_is_read() {
        assertThat(Settings.of(new Given(1, 2, 3, 4_000, 5)))
                .isEqualTo(new Settings(1, 2, 3, Duration.ofSeconds(4), 5));
    }

    @ParameterizedTest
    @CsvSource({
        "0,20,40,10000,256,max.bytes", "262145,20,40,10000,256,max.bytes", "1,0,40,10000,256,rate.per.second",
        "1,20,0,10000,256,rate.burst", "1,20,40,99,256,commit.timeout.millis", "1,20,40,10000,0,max.waiting",
        "1,20,40,10000,1025,max.waiting"
    })
    void what_makes_no_sense_is_named(int bytes, int rate, int burst, long timeout, int waiting, String setting) {
        Given given = new Given(bytes, rate, burst, timeout, waiting);

        assertThatThrownBy(() -> Settings.of(given)).hasMessageStartingWith("`" + setting + "` must be from ");
    }

    private record Given(
            int max_bytes, int rate_per_second, int rate_burst, long commit_timeout_millis, int max_waiting)
            implements Config {
        @Override
        public Class<? extends Annotation> annotationType() {
            return Config.class;
        }
    }
}
