package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Whom the city may tell something.
 *
 * @param name symbolic name of an application's bundle, or {@code sink:} and the name of an exit
 * @param kind whose it is
 * @param title what people call it, for the register
 * @param agreement the agreement that binds a third party; empty for the city's own
 * @param where file and line
 */
public record Recipient(String name, Kind kind, String title, String agreement, Where where) {
    /** How the name of an exit begins. What an application is told stays on the platform; what an exit is told leaves it. */
    public static final String SINK = "sink:";

    public Recipient {
        requireNonNull(name, "name is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(title, "title is null");
        requireNonNull(agreement, "agreement is null");
        requireNonNull(where, "where is null");
        if (kind == Kind.THIRD_PARTY && agreement.isBlank()) {
            throw new IllegalArgumentException("third party `" + name + "` needs an agreement");
        }
    }

    /** Whose a recipient is. */
    public enum Kind {
        /** The city's own. */
        INTERNAL,
        /** Somebody else's, bound by an agreement. */
        THIRD_PARTY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
