package sluice.store;

import java.nio.file.Path;

/** What people can do to the store. Nobody is shown what is in it. */
public interface StoreKeeper {
    /**
     * How the store is.
     *
     * @return counts, never content; without counts while it can not be read
     */
    Overview overview();

    /**
     * Lets nothing be deleted at some places until it is released. In the ledger as {@code hold-added}.
     *
     * @param hold names, reason and places
     * @return declined with {@code bad-name}, {@code hold-exists} or {@code store-down}
     */
    Answer hold(Hold hold);

    /**
     * Ends a legal hold; what is past its deadline goes at the next sweep. In the ledger as {@code hold-released}.
     *
     * @param name as it was added
     * @param by the user who orders it
     * @return declined with {@code no-such-hold} or {@code store-down}
     */
    Answer release(String name, String by);

    /**
     * Copies the embedded database, without what is past its deadline. In the ledger as {@code store-backed-up}.
     *
     * @param folder made; must not exist
     * @param withKeys also the keys of records, without which nobody can read the copy
     * @return declined with {@code folder-exists}, {@code not-embedded}, {@code backup-failed} or {@code store-down}
     */
    Answer backup(Path folder, boolean withKeys);

    /**
     * Goes on with a database that is older than the ledger says. In the ledger as {@code store-accepted}.
     *
     * @param by the user who orders it
     * @return declined with {@code not-rolled-back}
     */
    Answer accept(String by);
}
