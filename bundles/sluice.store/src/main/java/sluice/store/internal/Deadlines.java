package sluice.store.internal;

import java.time.Duration;
import java.time.Instant;
import sluice.broker.core.port.StoreTerms;
import sluice.store.internal.sql.Row;

/**
 * When a record is to be gone. Records of one purpose whose deadlines fall into one step share a key, so deadlines are rounded to steps:
 * down, so that nothing is kept longer than it may be; up only where a least time asks for it. A step is at most a 24th of the whole time.
 */
final class Deadlines {
    private static final long[] STEPS = {
        1_000,
        Duration.ofSeconds(10).toMillis(),
        Duration.ofMinutes(1).toMillis(),
        Duration.ofMinutes(5).toMillis(),
        Duration.ofMinutes(15).toMillis(),
        Duration.ofHours(1).toMillis(),
        Duration.ofHours(6).toMillis(),
        Duration.ofDays(1).toMillis(),
        Duration.ofDays(7).toMillis()
    };
    private static final int PARTS = 24;

    private Deadlines() {}

    /** The times of a record that is put now. */
    static Row.Span span(Instant now, StoreTerms terms, Instant until) {
        long since = now.toEpochMilli();
        long least = since + terms.atLeast().toMillis();
        return span(since, terms.atMost().toMillis(), least, millis(now, until));
    }

    /** An instant in milliseconds since 1970; of the distant future, a hundred years from now. */
    static long millis(Instant now, Instant until) {
        Instant last = now.plus(StoreTerms.LONGEST);
        return (until.isAfter(last) ? last : until.isBefore(Instant.EPOCH) ? Instant.EPOCH : until).toEpochMilli();
    }

    /** The times of a record, in milliseconds since 1970; `atMost` is a length. */
    static Row.Span span(long since, long atMost, long least, long until) {
        long step = step(atMost);
        long deadline = Math.floorDiv(since + atMost, step) * step;
        long wanted = Math.max(least, Math.min(until, since + StoreTerms.LONGEST.toMillis()));
        long length = atMost;
        if (wanted > deadline) {
            long wider = step(wanted - since);
            deadline = -Math.floorDiv(-wanted, wider) * wider;
            length = deadline - since;
        }
        return new Row.Span(deadline, Math.floorDiv(since, step(length)) * step(length), length, least);
    }

    static long step(long length) {
        long step = STEPS[0];
        for (long candidate : STEPS) {
            step = candidate <= length / PARTS ? candidate : step;
        }
        return step;
    }
}
