package sluice.broker.core.window.aggregate;

import sluice.broker.core.shape.Slots;

/** Something computed of one value of each subject of a group. Belongs to its window, which takes care that one thread at a time is in it. */
public interface Aggregate {

    /**
     * Takes a subject's value in. Called once a subject; not for an absent value.
     *
     * @param from where the value is
     * @param index its slot
     * @return by how many bytes its memory grew
     */
    int add(Slots from, int index);

    /**
     * Tells the result, or leaves it absent where it would tell of few.
     *
     * @param subjects how many subjects the group has
     * @param to where to write
     * @param index the slot
     */
    void tell(long subjects, Slots to, int index);

    /**
     * How much memory it takes before the first value.
     *
     * @return bytes, roughly
     */
    default int bytes() {
        return 64;
    }
}
