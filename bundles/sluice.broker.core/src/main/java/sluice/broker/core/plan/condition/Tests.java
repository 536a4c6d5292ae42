package sluice.broker.core.plan.condition;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Consistency;
import sluice.broker.core.model.Reason;
import sluice.broker.core.shape.Slots;

/**
 * The conditions of one flow on readings of one shape. Asks nobody but the sheet that it is given: once for the {@link Standing} of the flow,
 * and for each record only what depends on the record, which makes no objects. Immutable.
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
    private final @Nullable Reason denied;

    /** Numbers of questions to the board, and the reason for which each is asked. */
    record OnFacts(int[] numbers, Reason[] reasons) {}

    /** What is asked of the record itself, and of the time. */
    record OnRecord(Consistency[] notices, Opening[] openings, long subjects, Fence[] fences) {}

    Tests(int free, OnFacts onFacts, OnRecord onRecord) {
        this(null, free, onFacts, onRecord);
    }

    private Tests(@Nullable Reason denied, int free, OnFacts onFacts, OnRecord onRecord) {
        this.denied = denied;
        this.free = free;
        this.numbers = onFacts.numbers;
        this.reasons = onFacts.reasons;
        this.notices = onRecord.notices.length == 0 ? ANY_NOTICE : onRecord.notices;
        this.openings = onRecord.openings;
        this.fences = onRecord.fences.length == 0 ? NO_FENCE : onRecord.fences;
        this.subjects = onRecord.subjects;
    }

    /**
     * Of a flow that the rules deny, whatever else holds.
     *
     * @param reason why
     * @return tests that no record passes
     */
    public static Tests denying(Reason reason) {
        OnRecord nothing = new OnRecord(ANY_NOTICE, new Opening[0], 0, NO_FENCE);
        return new Tests(reason, 0, new OnFacts(new int[0], new Reason[0]), nothing);
    }

    /**
     * Whether all records of the flow are told apart by nothing.
     *
     * @return false if something is asked of the record itself
     */
    public boolean areOfFlow() {
        return subjects == 0 && notices.length + fences.length == 0;
    }

    /**
     * What registers and calendar say of the flow.
     *
     * @param moment when, and by which sheet
     * @return for how long they say so, at most for this minute, and the reason of the first condition that does not hold
     */
    public Standing stand(Moment moment) {
        Standing stands = Standing.inMinute(moment, ofFlow(moment));
        for (int number : numbers) {
            stands = stands.within(moment.sheet().from(number), moment.nowMillis())
                    .within(moment.sheet().until(number), moment.nowMillis());
        }
        return stands;
    }

    private @Nullable Reason ofFlow(Moment moment) {
        if (denied != null) {
            return denied;
        }
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

    /**
     * Whether a condition on the record itself does not hold.
     *
     * @param reading its classified values
     * @param moment what is the same for all recipients of the reading
     * @return null if all hold, or the reason of the first that does not
     */
    public @Nullable Reason refuse(Slots reading, Moment moment) {
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
