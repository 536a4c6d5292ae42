package sluice.broker.core.plan.condition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Consistency;
import sluice.broker.core.model.Reason;
import sluice.broker.core.shape.Slots;

/**
 * The conditions of one flow on readings of one shape. Asks nobody but the sheet that it is given, and remembers what it said of the flow for
 * as long as that stays so: a record costs a look, and makes no objects. Safe for several threads.
 */
public final class Tests {
    private static final Consistency[] ANY_NOTICE = {};
    private static final Fence[] NO_FENCE = {};

    private final int free;
    private final int[] numbers;
    private final Reason[] reasons;
    private final Consistency[] notices;
    private final Opening[] openings;
    private final Fence[] fences;
    private final long subjects;
    private final boolean isOfRecord;
    private volatile Standing standing = Standing.UNKNOWN;

    /** Numbers of questions to the board, and the reason for which each is asked. */
    record OnFacts(int[] numbers, Reason[] reasons) {}

    /** What is asked of the record itself, and of the time. */
    record OnRecord(Consistency[] notices, Opening[] openings, long subjects, Fence[] fences) {}

    Tests(int free, OnFacts onFacts, OnRecord onRecord) {
        this.free = free;
        this.numbers = onFacts.numbers;
        this.reasons = onFacts.reasons;
        this.notices = onRecord.notices.length == 0 ? ANY_NOTICE : onRecord.notices;
        this.openings = onRecord.openings;
        this.fences = onRecord.fences.length == 0 ? NO_FENCE : onRecord.fences;
        this.subjects = onRecord.subjects;
        this.isOfRecord = subjects != 0 || notices.length + fences.length > 0;
    }

    /**
     * Whether a condition does not hold.
     *
     * @param reading its classified values
     * @param moment what is the same for all recipients of the reading
     * @return null if all hold, or the reason of the first that does not
     */
    public @Nullable Reason refuse(Slots reading, Moment moment) {
        Standing known = standing;
        if (!known.isOf(moment)) {
            known = stand(moment);
            standing = known;
        }
        Reason ofFlow = known.reason();
        return ofFlow != null || !isOfRecord ? ofFlow : ofRecord(reading, moment);
    }

    private Standing stand(Moment moment) {
        Standing stands = Standing.inMinute(moment, ofFlow(moment));
        for (int number : numbers) {
            stands = stands.within(moment.sheet().from(number), moment.nowMillis())
                    .within(moment.sheet().until(number), moment.nowMillis());
        }
        return stands;
    }

    private @Nullable Reason ofFlow(Moment moment) {
        Sheet sheet = moment.sheet();
        if (sheet.isFreezing && !sheet.holds(free, moment.nowMillis())) {
            return Reason.FROZEN;
        }
        for (int i = 0; i < numbers.length; i++) {
            if (!sheet.holds(numbers[i], moment.nowMillis())) {
                return reasons[i];
            }
        }
        for (Opening opening : openings) {
            if (!opening.isOpen(moment.minute())) {
                return Reason.OUT_OF_HOURS;
            }
        }
        return null;
    }

    private @Nullable Reason ofRecord(Slots reading, Moment moment) {
        if ((subjects & moment.optedOut()) != 0) {
            return Reason.OPTED_OUT;
        }
        if (notices.length > 0 && !isTold(moment.collected())) {
            return Reason.NO_NOTICE;
        }
        for (Fence fence : fences) {
            if (!fence.holds(reading)) {
                return Reason.OUT_OF_ZONE;
            }
        }
        return null;
    }

    private boolean isTold(Instant collected) {
        for (Consistency notice : notices) {
            if (notice.covers(collected)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whose opting out matters.
     *
     * @return bit i is set for component i of the reading
     */
    public long subjects() {
        return subjects;
    }
}
