package sluice.broker.core.plan.operator.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SamenessTest {
    /** Newfoundland's clocks went from 0:01 to 1:01 until 2011; Samoa left a whole day out that year, and no part of one. */
    @ParameterizedTest
    @CsvSource({
        "HOUR, America/St_Johns, P30D, 3600",
        "HOUR, America/St_Johns, P7300D, 60",
        "MINUTE, America/St_Johns, P7300D, 60",
        "WEEKDAY, Pacific/Apia, P7300D, 82800",
        "MONTH, America/Toronto, P30D, 2419200",
        "YEAR, UTC, P7300D, 31536000",
        "HOUR, Europe/Dublin, P30D, 3600",
    })
    void clocks_of_former_years_count_where_readings_may_be_so_old(
            Part part, String zone, String maxAge, long seconds) {
        assertThat(Sameness.shortestSeconds(part, ZoneId.of(zone), Duration.parse(maxAge)))
                .isEqualTo(seconds);
    }
}
