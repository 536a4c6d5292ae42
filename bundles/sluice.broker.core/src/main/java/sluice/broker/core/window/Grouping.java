package sluice.broker.core.window;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.shape.Slots;
import sluice.broker.core.window.aggregate.Aggregate;
import sluice.broker.core.window.aggregate.Digests;
import sluice.broker.core.window.aggregate.Protection;

/**
 * How the records of a window become groups and what is told of each.
 *
 * @param protection how much of a crowd a group has to be
 * @param outputs one for each component of the recipient's record, in order
 * @param required components without which a record of the recipient's can not be made, bit by bit
 */
public record Grouping(Protection protection, List<Output> outputs, int required) {
    public Grouping {
        outputs = List.copyOf(outputs);
    }

    /** What a component of the recipient's record is. */
    public enum Role {
        /** A field of the group, whose totals somebody might know. */
        LINE,
        /** A field of the group that parts time, or another whose totals nobody sums over. */
        SLICE,
        /** Computed of the group's values. */
        AGGREGATE,
        /** A field of the group: where each subject was first in the window. */
        ORIGIN,
        /** A field of the group: where each subject was last in the window. */
        DESTINATION
    }

    /**
     * A component of the recipient's record.
     *
     * @param role what it is
     * @param maker makes the aggregate of one group; null for a field of the group
     */
    public record Output(Role role, @Nullable Supplier<Aggregate> maker) {
        /**
         * A field of the group.
         *
         * @param role which kind
         * @return an output
         */
        public static Output key(Role role) {
            return new Output(role, null);
        }
    }

    /**
     * The components that a role has.
     *
     * @param role the role
     * @return bit i is set if component i has it
     */
    public int mask(Role role) {
        int mask = 0;
        for (int i = 0; i < outputs.size(); i++) {
            mask |= outputs.get(i).role() == role ? 1 << i : 0;
        }
        return mask;
    }

    /**
     * The fields of the group.
     *
     * @return bit i is set if component i is one
     */
    public int keys() {
        return ~mask(Role.AGGREGATE) & (int) ((1L << outputs.size()) - 1);
    }

    /**
     * Whether subjects are counted by where they were first and last.
     *
     * @return true if so
     */
    public boolean isOfTrips() {
        return (mask(Role.ORIGIN) | mask(Role.DESTINATION)) != 0;
    }

    /**
     * The fields of its group that a record has to have.
     *
     * @return bit i is set if the recipient's record requires component i, and it is one
     */
    public int needed() {
        return required & keys();
    }

    /** The same fields in both, present or not. */
    static boolean same(Slots one, Slots other, int mask) {
        if ((one.present() & mask) != (other.present() & mask)) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if ((mask >>> i & 1) != 0 && !sameValue(one, other, i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameValue(Slots one, Slots other, int index) {
        Object object = one.getObject(index);
        return one.getLong(index) == other.getLong(index)
                && (object == null ? other.getObject(index) == null : object.equals(other.getObject(index)));
    }

    static long hash(Slots values, int mask) {
        long hash = values.present() & mask;
        for (int i = 0; i < values.size(); i++) {
            if ((mask >>> i & 1) != 0) {
                Object object = values.getObject(i);
                hash = Digests.mix(hash + values.getLong(i) + (object == null ? i : object.hashCode()));
            }
        }
        return hash;
    }
}
