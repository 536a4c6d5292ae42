package sluice.app.waste;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** When the crews set out: every day at 06:00 UTC. */
final class Rounds {
    private static final LocalTime START = LocalTime.of(6, 0);

    private Rounds() {}

    /** The first round after an instant; never the instant itself. */
    static Instant after(Instant instant) {
        OffsetDateTime now = instant.atOffset(ZoneOffset.UTC);
        OffsetDateTime today = now.toLocalDate().atTime(START).atOffset(ZoneOffset.UTC);
        return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
    }
}
