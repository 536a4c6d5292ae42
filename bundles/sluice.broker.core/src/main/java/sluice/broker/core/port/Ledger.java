package sluice.broker.core.port;

import java.util.Map;

/**
 * The record of what flowed, that can not be changed without being noticed. It holds names of streams, purposes, recipients and devices,
 * counts and codes, and nothing about a person.
 */
public interface Ledger {
    /** The code under which a delivered observation is tallied; every other code is a {@link sluice.broker.core.model.Reason}'s. */
    String PERMITTED = "permitted";

    /**
     * A count of one flow under one code. It is sealed into the ledger once a second, while it changes.
     *
     * @param flow the flow
     * @param code {@link #PERMITTED} or a reason's code
     * @return the same tally each time; cheap to add to from any thread
     */
    Tally tally(FlowKey flow, String code);

    /**
     * Opens a second: from then on, a crash leaves a trace that this second was not sealed. Returns at once if the second is open. Blocks
     * for one write to disk otherwise.
     *
     * @param epochSecond seconds since 1970-01-01T00:00:00Z
     * @return false if the ledger can not be written; nothing may be delivered then
     */
    boolean open(long epochSecond);

    /**
     * Notes the last number that a device gave to a reading; sealed with the open second.
     *
     * @param device the device's id
     * @param sequence the device's own number
     */
    void sequence(String device, long sequence);

    /**
     * Writes the leaf of one disclosure about a person.
     *
     * @param flow the flow
     * @param device the device's id
     * @param whenDurable run on the ledger's thread once the leaf is on disk, in the order of the calls; not before, and not at all as
     *     long as the ledger can not be written; must not block
     */
    void disclose(FlowKey flow, String device, Runnable whenDurable);

    /**
     * Writes an event: a policy in force, a device added, a gap found.
     *
     * @param event its code, lower case with hyphens
     * @param details names and numbers, nothing about a person
     */
    void event(String event, Map<String, String> details);

    /**
     * What the ledger found when it was opened.
     *
     * @return the same for the life of the ledger
     */
    Opening opening();

    /**
     * Whether it can be written now.
     *
     * @return empty if it can, otherwise why not, for the operator
     */
    String trouble();

    /**
     * Reads the whole ledger and checks it.
     *
     * @return what was found
     */
    Verification verify();

    /** A count. */
    interface Tally {
        /** Adds one. */
        void increment();
    }

    /**
     * What the ledger found when it was opened.
     *
     * @param lastSealedSecond seconds since 1970, or -1 for a new ledger
     * @param unsealedSecond the second that was open in a crash, or -1 if none was
     * @param sequences the last sealed sequence of each device
     */
    record Opening(long lastSealedSecond, long unsealedSecond, Map<String, Long> sequences) {
        public Opening {
            sequences = Map.copyOf(sequences);
        }
    }

    /**
     * What a verification found.
     *
     * @param intact whether all entries are what they were
     * @param entries how many entries were found good
     * @param firstBadEntry number of the first entry that is not, from 0; -1 if intact
     * @param explanation for the operator; names file and entry
     */
    record Verification(boolean intact, long entries, long firstBadEntry, String explanation) {}
}
