package sluice.transport.http.internal;

import java.time.Duration;
import sluice.broker.core.port.Intake;

/**
 * The webhook's configuration, checked.
 *
 * @param maxBytes longest message, bytes
 * @param ratePerSecond messages a second of one device, in the long run
 * @param burst messages of one device at once, after a pause
 * @param timeout longest time from a message's head to its answer
 * @param maxWaiting messages that are read or wait for their commit point at one time
 */
record Settings(int maxBytes, int ratePerSecond, int burst, Duration timeout, int maxWaiting) {
    Settings {
        check("max.bytes", maxBytes, 1, Intake.MAX_PAYLOAD);
        check("rate.per.second", ratePerSecond, 1, 10_000);
        check("rate.burst", burst, 1, 10_000);
        check("commit.timeout.millis", timeout.toMillis(), 100, 60_000);
        check("max.waiting", maxWaiting, 1, Intake.MAX_IN_FLIGHT);
    }

    static Settings of(Config config) {
        return new Settings(
                config.max_bytes(),
                config.rate_per_second(),
                config.rate_burst(),
                Duration.ofMillis(config.commit_timeout_millis()),
                config.max_waiting());
    }

    private static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "`" + name + "` must be from " + least + " to " + most + ", got `" + value + "`");
        }
    }
}
