package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * What entitles the city to collect for a purpose.
 *
 * @param ground one of the three of MFIPPA s. 28(2)
 * @param clause the statute or by-law and its clause, as the city cites it
 * @param manner {@code direct}, or the clause of s. 29(1) that allows another manner
 */
public record Authority(Ground ground, String clause, String manner) {
    /** The three grounds of MFIPPA s. 28(2). */
    public enum Ground {
        /** Expressly authorised by statute. */
        STATUTE,
        /** Used for the purposes of law enforcement. */
        LAW_ENFORCEMENT,
        /** Necessary to the proper administration of a lawfully authorised activity. */
        LAWFULLY_AUTHORISED_ACTIVITY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Authority {
        requireNonNull(ground, "ground is null");
        requireNonNull(clause, "clause is null");
        requireNonNull(manner, "manner is null");
    }
}
