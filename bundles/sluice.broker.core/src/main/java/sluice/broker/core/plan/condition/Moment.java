package sluice.broker.core.plan.condition;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What is the same for all recipients of one reading: taken once, on its way in.
 *
 * @param now the platform's time
 * @param nowMillis the same, milliseconds since 1970
 * @param minute the whole minutes of it
 * @param collected when the reading was observed
 * @param sheet the registers' facts
 * @param optedOut which of the people that the reading names opted out, see {@link Sheet#optedOut}
 */
public record Moment(Instant now, long nowMillis, long minute, Instant collected, Sheet sheet, long optedOut) {
    public Moment {
        requireNonNull(now, "now is null");
        requireNonNull(collected, "collected is null");
        requireNonNull(sheet, "sheet is null");
    }

    /**
     * What is the same for all recipients of a reading.
     *
     * @param now the platform's time
     * @param collected when the reading was observed
     * @param sheet the registers' facts
     * @param optedOut see {@link Sheet#optedOut}
     * @return the moment
     */
    public static Moment of(Instant now, Instant collected, Sheet sheet, long optedOut) {
        long millis = now.toEpochMilli();
        return new Moment(now, millis, Math.floorDiv(millis, Opening.MINUTE_MILLIS), collected, sheet, optedOut);
    }
}
