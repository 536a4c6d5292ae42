package sluice.broker.core.recipient;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import sluice.broker.core.port.StoreChange;

/** An instant at which an application is to be woken, as a key of the store that sorts as the instants do. */
final class WakeKey {
    /** What all begin with; a key of state begins otherwise. */
    static final String PREFIX = "w";

    private static final byte[] NOTHING = {};
    private static final int SECONDS = 12;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** So long it waits, past its time, for an application that is away. */
    private static final Duration AWAY = Duration.ofDays(30);

    private WakeKey() {}

    /** An instant that has such a key: of the distant past or future, the nearest that has. */
    static Instant within(Instant due) {
        return due.isBefore(Instant.EPOCH) ? Instant.EPOCH : due.isAfter(LAST) ? LAST : due;
    }

    static String of(Instant due) {
        return PREFIX + String.format(Locale.ROOT, "%012d%09d", due.getEpochSecond(), due.getNano());
    }

    static Instant due(String key) {
        String digits = key.substring(PREFIX.length());
        return Instant.ofEpochSecond(
                Long.parseLong(digits.substring(0, SECONDS)), Long.parseLong(digits.substring(SECONDS)));
    }

    /** Kept until it is due, whatever the retention: it is kept for nothing else, and nobody reads it before. */
    static StoreChange put(Instant due) {
        return new StoreChange.Put(of(due), "wake", NOTHING, due.plus(AWAY));
    }

    static StoreChange delete(Instant due) {
        return new StoreChange.Delete(of(due));
    }
}
