package sluice.broker.core.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sluice.broker.core.guest.CallWatch.State;

/** The test's own thread is the caller, and the watchman too. */
final class CallWatchTest {
    private final AtomicLong ticker = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final CallWatch watch = new CallWatch(Duration.ofMillis(200), Duration.ofSeconds(2), ticker::get);

    @AfterEach
    void no_flag_is_left_for_the_next_test() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void without_a_call_all_is_quiet() {
        pass(10_000);
        assertThat(watch.check()).isEqualTo(State.QUIET);
    }

    /** The ticker wraps over in the middle of the call. */
    @Test
    void a_call_is_quiet_then_stalled_then_given_up() {
        watch.enter();
        pass(200);
        assertThat(watch.check()).isEqualTo(State.QUIET);
        pass(1);
        assertThat(watch.check()).isEqualTo(State.STALLED);
        pass(1_799);
        assertThat(watch.check()).isEqualTo(State.STALLED);
        pass(1);
        assertThat(watch.check()).isEqualTo(State.GIVEN_UP);
        assertThat(watch.leave()).isFalse();
    }

    @Test
    void a_call_within_its_time_counts() {
        watch.enter();
        pass(1_999);
        assertThat(watch.check()).isEqualTo(State.STALLED);
        assertThat(watch.leave()).isTrue();
        assertThat(watch.check()).isEqualTo(State.QUIET);
    }

    @Test
    void a_call_is_interrupted_once() {
        watch.enter();
        pass(2_001);
        watch.check();
        assertThat(Thread.interrupted()).isTrue();

        assertThat(watch.check()).isEqualTo(State.GIVEN_UP);
        assertThat(Thread.interrupted()).isFalse();
        watch.leave();
    }

    /** Foreign code may interrupt its own thread to disturb the platform. */
    @Test
    void the_platform_gets_its_thread_back_without_a_flag_whoever_set_it() {
        watch.enter();
        Thread.currentThread().interrupt();

        assertThat(watch.leave()).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void the_next_call_has_its_whole_time() {
        watch.enter();
        pass(2_001);
        watch.check();
        watch.leave();

        watch.enter();
        assertThat(watch.check()).isEqualTo(State.QUIET);
        assertThat(watch.leave()).isTrue();
    }

    private void pass(long millis) {
        ticker.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
