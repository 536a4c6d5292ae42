package sluice.broker.core.plan.condition;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What is the same for all recipients of one reading: taken once, on its way in.
 *
 * @param now the platform's time
 * @param nowMillis the same, milliseconds since 1970
 * @param collected when the reading was observed
 * @param sheet the registers' facts
 * @param optedOut which of the people that the reading names opted out, see {@link Sheet#optedOut}
 */
public record Moment(Instant now, long nowMillis, Instant collected, Sheet sheet, long optedOut) {
    public Moment {
        requireNonNull(now, "now is null");
        requireNonNull(collected, "collected is null");
        requireNonNull(sheet, "sheet is null");
    }
}
