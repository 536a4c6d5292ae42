package sluice.driver.kit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import sluice.driver.spi.Json;

/** A time that a JSON message states as text, ISO 8601 with an offset. */
public final class Moment {
    private static final int LONGEST = 40;

    private Moment() {}

    /**
     * The time of a message.
     *
     * @param stated the message's own time; may be absent
     * @param received what stands for it then
     * @return the time, or empty if something is stated that is no time
     */
    public static Optional<Instant> of(Json stated, Instant received) {
        return stated.isAbsent() ? Optional.of(received) : stated.text().flatMap(Moment::parsed);
    }

    private static Optional<Instant> parsed(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
