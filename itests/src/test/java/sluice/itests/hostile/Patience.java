package sluice.itests.hostile;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;

/** Waits for what may never come: an attack that is stopped gives no sign. */
final class Patience {
    private static final Duration EACH = Duration.ofMillis(25);

    private Patience() {}

    /** Asks at once and then again and again, until the answer is yes or the time is over; in the caller's own thread. */
    static void until(Duration longest, Callable<Boolean> isOver) {
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(EACH)
                    .atMost(longest.plus(EACH))
                    .until(isOver);
        } catch (ConditionTimeoutException itDidNotCome) {
            // whoever waits looks what it has
        }
    }
}
