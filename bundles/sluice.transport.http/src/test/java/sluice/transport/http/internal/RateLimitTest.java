package sluice.transport.http.internal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
    // Near its overflow, where nanoTime may stand as well as anywhere.
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - SECONDS.toNanos(1));
    private final RateLimit rate = new RateLimit(20, 40, nanos::get);

    @Test
    void a_burst_is_let_through_and_then_one_for_each_twentieth_of_a_second() {
        assertThat(taken("a", 100)).isEqualTo(40);
        pass(MILLISECONDS.toNanos(49));
        assertThat(taken("a", 100)).isZero();
        pass(MILLISECONDS.toNanos(1));
        assertThat(taken("a", 100)).isEqualTo(1);
        pass(SECONDS.toNanos(1));
        assertThat(taken("a", 100)).isEqualTo(20);
    }

    @Test
    void a_pause_fills_the_bucket_and_no_more_than_that() {
        taken("a", 100);
        pass(MINUTES.toNanos(60));
        assertThat(taken("a", 100)).isEqualTo(40);
    }

    @Test
    void devices_do_not_share() {
        taken("a", 100);
        assertThat(taken("b", 100)).isEqualTo(40);
    }

    @Test
    void the_wait_is_told_in_whole_seconds() {
        RateLimit slow = new RateLimit(1, 1, nanos::get);

        assertThat(slow.take("a")).isZero();
        assertThat(slow.take("a")).isBetween(1L, 2L);
    }

    @Test
    void a_device_that_is_silent_is_forgotten() {
        IntStream.range(0, 1_000).forEach(i -> rate.take("device-" + i));
        pass(MINUTES.toNanos(2));
        rate.take("another");
        assertThat(rate.size()).isEqualTo(1);
    }

    private int taken(String device, int attempts) {
        return (int)
                IntStream.range(0, attempts).filter(i -> rate.take(device) == 0).count();
    }

    private void pass(long duration) {
        nanos.addAndGet(duration);
    }
}
