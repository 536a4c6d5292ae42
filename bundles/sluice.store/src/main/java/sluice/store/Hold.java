package sluice.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A legal hold: what is kept at some places is not deleted until it is released, however old it gets. It shows to nobody what is past its
 * deadline.
 *
 * @param name the case, 1 to 40 lower-case letters, digits and hyphens
 * @param owner whose records; {@link #ANY} for everybody's
 * @param purpose kept for what; {@link #ANY} for any purpose
 * @param reason why, for the ledger; the file number, nothing about a person
 * @param by the user who ordered it
 * @param since from when on
 */
public record Hold(String name, String owner, String purpose, String reason, String by, Instant since) {
    /** Stands for every owner, or every purpose. */
    public static final String ANY = "*";

    public Hold {
        requireNonNull(name, "name is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(purpose, "purpose is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(by, "by is null");
        requireNonNull(since, "since is null");
    }

    /**
     * Whether it covers a place.
     *
     * @param anOwner whose
     * @param aPurpose for what
     * @return true if nothing may be deleted there
     */
    public boolean covers(String anOwner, String aPurpose) {
        return (owner.equals(ANY) || owner.equals(anOwner)) && (purpose.equals(ANY) || purpose.equals(aPurpose));
    }
}
