package sluice.broker.core.plan.condition;

import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;

/**
 * What the registers and the calendar say of one flow, as long as they say it: at most for a minute, on one sheet. It is the same for every
 * record of the flow, so a decision is a look at the standing, and no walk through the conditions.
 *
 * <p>INVARIANT: immutable, and good for exactly the moments of which it says so itself. Whoever remembers it may do so in a plain field: a
 * thread that sees an older one asks anew.
 *
 * @param sheet the facts that were asked; null if nobody was asked yet
 * @param fromMillis from when on it is so, milliseconds since 1970
 * @param untilMillis before when it is so
 * @param reason the first condition that does not hold; null if all hold
 */
public record Standing(
        @Nullable Sheet sheet,
        long fromMillis,
        long untilMillis,
        @Nullable Reason reason) {
    /** Nobody was asked. */
    public static final Standing UNKNOWN = new Standing(null, Long.MAX_VALUE, Long.MIN_VALUE, Reason.FROZEN);

    /**
     * Whether it is still so.
     *
     * @param moment when, and by which sheet
     * @return false if the tests have to be asked
     */
    public boolean isOf(Moment moment) {
        long now = moment.nowMillis();
        return sheet == moment.sheet() && now >= fromMillis && now < untilMillis;
    }

    /** This minute. */
    static Standing inMinute(Moment moment, @Nullable Reason reason) {
        long begin = moment.minute() * Opening.MINUTE_MILLIS;
        return new Standing(moment.sheet(), begin, begin + Opening.MINUTE_MILLIS, reason);
    }

    /** The part of it in which a term does not begin or end. */
    Standing within(long boundaryMillis, long nowMillis) {
        return boundaryMillis <= nowMillis
                ? new Standing(sheet, Math.max(fromMillis, boundaryMillis), untilMillis, reason)
                : new Standing(sheet, fromMillis, Math.min(untilMillis, boundaryMillis), reason);
    }
}
