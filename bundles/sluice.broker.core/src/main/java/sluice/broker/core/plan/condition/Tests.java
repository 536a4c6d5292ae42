package sluice.broker.core.plan.condition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Consistency;
import sluice.broker.core.model.Reason;
import sluice.broker.core.shape.Slots;

/** The conditions of one flow on readings of one shape. Immutable; makes no objects, and asks nobody but the sheet that it is given. */
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
    }

    /**
     * Whether a condition does not hold.
     *
     * @param reading its classified values
     * @param moment what is the same for all recipients of the reading
     * @return null if all hold, or the reason of the first that does not
     */
    public @Nullable Reason refuse(Slots reading, Moment moment) {
        Sheet sheet = moment.sheet();
        long nowMillis = moment.nowMillis();
        if (sheet.isFreezing && !sheet.holds(free, nowMillis)) {
            return Reason.FROZEN;
        }
        for (int i = 0; i < numbers.length; i++) {
            if (!sheet.holds(numbers[i], nowMillis)) {
                return reasons[i];
            }
        }
        for (Opening opening : openings) {
            if (!opening.isOpen(moment.minute())) {
                return Reason.OUT_OF_HOURS;
            }
        }
        return (subjects & moment.optedOut()) != 0 ? Reason.OPTED_OUT : ofRecord(reading, moment.collected());
    }

    private @Nullable Reason ofRecord(Slots reading, Instant collected) {
        if (notices.length > 0 && !isTold(collected)) {
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
