package sluice.broker.core.plan.condition;

import sluice.broker.core.port.Conditions.Facts;
import sluice.broker.core.port.OptOuts;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.Slots;

/** One state of a {@link Board}. A reading takes one on its way in, and all its recipients are decided by it. */
public final class Sheet {
    /** Beside the components of a reading, in a set of subjects: one that the reading does not have. Counts as opted out. */
    static final long NOWHERE = 1L << Shape.MAX_COMPONENTS;

    /** From and until, milliseconds since 1970, two words a question. */
    final long[] terms;

    /** Whether anything is frozen at all; mostly nothing is, and nobody has to look which. */
    final boolean isFreezing;

    private final OptOuts optOuts;

    Sheet(long[] terms, Facts facts) {
        this.terms = terms;
        this.isFreezing = !facts.freezes().isEmpty();
        this.optOuts = facts.optOuts();
    }

    /** Whether a term holds. */
    boolean holds(int number, long nowMillis) {
        return nowMillis >= terms[2 * number] && nowMillis < terms[2 * number + 1];
    }

    /**
     * Which of the people that a reading names opted out. Takes each one's digest once, whoever asks for it.
     *
     * @param subjects bit i is set if component i names a person for whom some binding asks
     * @param shape the reading's shape
     * @param reading its values
     * @return bit i is set if that person opted out, or is not named
     */
    public long optedOut(long subjects, Shape shape, Slots reading) {
        long optedOut = NOWHERE;
        for (long left = subjects & ~NOWHERE; left != 0; left &= left - 1) {
            int i = Long.numberOfTrailingZeros(left);
            if (!(reading.getObject(i) instanceof String name)
                    || optOuts.has(shape.components().get(i).name(), name)) {
                optedOut |= 1L << i;
            }
        }
        return optedOut;
    }
}
