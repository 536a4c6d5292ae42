package sluice.access.internal.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Remembers wrong passwords, and for how long nobody may try again: the fourth for one user from one address in a row costs 5 s, each
 * further one twice as long, up to 15 minutes; the thirty-first from one address, whatever the user, likewise. No other address is held
 * up, so that nobody can lock an operator out from afar.
 *
 * <p>Memory is bounded: beyond {@value #MOST} the one that was quiet for longest is forgotten. Thread-safe.
 */
final class Attempts {
    static final int FREE_OF_USER = 3;
    static final int FREE_OF_ADDRESS = 30;
    static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Row> rows = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Row> eldest) {
            return size() > MOST;
        }
    };

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** Whether a password of this origin is not even looked at now. */
    synchronized boolean isLockedOut(Origin origin) {
        Instant now = clock.instant();
        return isLocked(pair(origin), now) || isLocked(address(origin), now);
    }

    synchronized void wrong(Origin origin) {
        add(pair(origin), FREE_OF_USER);
        add(address(origin), FREE_OF_ADDRESS);
    }

    /** Forgets what this user did wrong from here; not what else came from the address. */
    synchronized void right(Origin origin) {
        rows.remove(pair(origin));
    }

    /** How many users or addresses are held up now. */
    synchronized long lockedOut() {
        Instant now = clock.instant();
        return rows.values().stream().filter(row -> row.until.isAfter(now)).count();
    }

    private boolean isLocked(String key, Instant now) {
        Row row = rows.get(key);
        return row != null && row.until.isAfter(now);
    }

    private void add(String key, int free) {
        Instant now = clock.instant();
        Row row = rows.get(key);
        int wrong = row == null || row.last.plus(FORGOTTEN_AFTER).isBefore(now) ? 1 : row.wrong + 1;
        rows.put(key, new Row(wrong, now, now.plus(delay(wrong - free))));
    }

    private static Duration delay(int over) {
        IntFunction<Duration> doubled = times -> FIRST_DELAY.multipliedBy(1L << Math.min(times, 20));
        Duration delay = over <= 0 ? Duration.ZERO : doubled.apply(over - 1);
        return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    }

    private static String pair(Origin origin) {
        return origin.address() + " " + origin.user();
    }

    private static String address(Origin origin) {
        return origin.address();
    }

    private record Row(int wrong, Instant last, Instant until) {}
}
