package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What one act asks for, as the city wrote it down: which grounds and manners of collection it knows, and which sections the platform cites.
 * Not legal advice.
 *
 * @param name for example {@code mfippa-1990}
 * @param title the act as it is cited
 * @param status whether it is in force
 * @param timeZone in which its days begin
 * @param grounds the grounds of collection that it knows
 * @param manners the manners of collection that it knows: {@code direct}, or the clause that allows another
 * @param citations what the platform cites, by the word that the platform uses for it, for example {@code consistent-purpose}
 * @param where file and line
 */
public record Jurisdiction(
        String name,
        String title,
        Status status,
        ZoneId timeZone,
        Map<Authority.Ground, Citation> grounds,
        Map<String, Citation> manners,
        Map<String, Citation> citations,
        Where where) {
    public Jurisdiction {
        requireNonNull(name, "name is null");
        requireNonNull(title, "title is null");
        requireNonNull(status, "status is null");
        requireNonNull(timeZone, "timeZone is null");
        grounds = Collections.unmodifiableMap(new LinkedHashMap<>(grounds));
        manners = Collections.unmodifiableMap(new LinkedHashMap<>(manners));
        citations = Collections.unmodifiableMap(new LinkedHashMap<>(citations));
        requireNonNull(where, "where is null");
    }

    /** Whether a profile says what is law. */
    public enum Status {
        /** It is. */
        IN_FORCE,
        /** It may become so. */
        DRAFT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How sure the profile's author is. */
    public enum Certainty {
        /** The text was read. */
        SEEN,
        /** From general knowledge: to be confirmed before it is quoted as law. */
        CHECK;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A section, and what it says, in the profile's own words.
     *
     * @param section for example {@code s. 28(2)}
     * @param says what it asks for
     * @param certainty how sure the author is
     */
    public record Citation(String section, String says, Certainty certainty) {
        public Citation {
            requireNonNull(section, "section is null");
            requireNonNull(says, "says is null");
            requireNonNull(certainty, "certainty is null");
        }
    }
}
