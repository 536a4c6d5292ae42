package sluice.broker.core.flow;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import sluice.broker.core.plan.condition.Sheet;

/**
 * What is the same for all recipients of one reading: taken once, on its way in.
 *
 * @param now the platform's time
 * @param nowMillis the same, milliseconds since 1970
 * @param sheet the registers' facts
 * @param optedOut which of the people that the reading names opted out, see {@link Sheet#optedOut}
 */
public record Moment(Instant now, long nowMillis, Sheet sheet, long optedOut) {
    public Moment {
        requireNonNull(now, "now is null");
        requireNonNull(sheet, "sheet is null");
    }
}
