package sluice.broker.core.plan.condition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Consistency;
import sluice.broker.core.model.Reason;
import sluice.broker.core.shape.Slots;

/** The conditions of one flow on readings of one shape. Immutable; makes no objects, and asks nobody but the sheet that it is given. */
public final class Tests {
    private final int[] numbers;
    private final Reason[] reasons;
    private final OnRecord onRecord;

    Tests(int[] numbers, Reason[] reasons, OnRecord onRecord) {
        this.numbers = numbers;
        this.reasons = reasons;
        this.onRecord = onRecord;
    }

    /** Tests that are no look at the registers' terms. */
    record OnRecord(Consistency[] notices, Opening[] openings, long subjects, Fence[] fences) {
        boolean isNone() {
            return notices.length == 0 && openings.length == 0 && subjects == 0 && fences.length == 0;
        }

        @Nullable
        Reason refuse(Slots reading, Moment moment) {
            if (notices.length > 0 && !isTold(moment.collected())) {
                return Reason.NO_NOTICE;
            }
            for (Opening opening : openings) {
                if (!opening.isOpen(moment.nowMillis())) {
                    return Reason.OUT_OF_HOURS;
                }
            }
            if ((subjects & moment.optedOut()) != 0) {
                return Reason.OPTED_OUT;
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
        for (int i = 0; i < numbers.length; i++) {
            if (!sheet.holds(numbers[i], nowMillis)) {
                return reasons[i];
            }
        }
        return onRecord.isNone() ? null : onRecord.refuse(reading, moment);
    }

    /**
     * Whose opting out matters.
     *
     * @return bit i is set for component i of the reading
     */
    public long subjects() {
        return onRecord.subjects;
    }
}
