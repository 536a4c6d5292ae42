package sluice.broker.core.plan.condition;

import org.jspecify.annotations.Nullable;
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
    record OnRecord(Opening[] openings, long subjects, Fence[] fences) {
        boolean isNone() {
            return openings.length == 0 && subjects == 0 && fences.length == 0;
        }

        @Nullable
        Reason refuse(Slots reading, long nowMillis, long optedOut) {
            for (Opening opening : openings) {
                if (!opening.isOpen(nowMillis)) {
                    return Reason.OUT_OF_HOURS;
                }
            }
            if ((subjects & optedOut) != 0) {
                return Reason.OPTED_OUT;
            }
            for (Fence fence : fences) {
                if (!fence.holds(reading)) {
                    return Reason.OUT_OF_ZONE;
                }
            }
            return null;
        }
    }

    /**
     * Whether a condition does not hold.
     *
     * @param reading its classified values
     * @param sheet the registers' facts, one sheet for all recipients of the reading
     * @param nowMillis the platform's time, milliseconds since 1970; taken once a reading
     * @param optedOut see {@link Sheet#optedOut}
     * @return null if all hold, or the reason of the first that does not
     */
    public @Nullable Reason refuse(Slots reading, Sheet sheet, long nowMillis, long optedOut) {
        for (int i = 0; i < numbers.length; i++) {
            if (!sheet.holds(numbers[i], nowMillis)) {
                return reasons[i];
            }
        }
        return onRecord.isNone() ? null : onRecord.refuse(reading, nowMillis, optedOut);
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
