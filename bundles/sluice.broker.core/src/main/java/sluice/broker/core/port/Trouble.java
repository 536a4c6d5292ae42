package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Something that does not run, and its root cause, for the operator.
 *
 * @param code as listed in {@code docs/reference/error-codes.md}
 * @param what what does not run, for example {@code application sluice.app.planning}
 * @param why one line: lower case, the user's own words in backticks, then help
 */
public record Trouble(String code, String what, String why) {
    public Trouble {
        requireNonNull(code, "code is null");
        requireNonNull(what, "what is null");
        requireNonNull(why, "why is null");
    }

    /** Whoever may have troubles publishes this as a service; {@code sluice:why} and the health checks ask all of them. */
    public interface Source {
        /**
         * Which part of the platform this speaks for.
         *
         * @return {@code broker}, {@code guard}, {@code ledger}, {@code spool}, {@code keys}, {@code mqtt}, {@code policy}, {@code devices}, {@code conditions} or {@code http}
         */
        String part();

        /**
         * What does not run now.
         *
         * @return empty if all is well
         */
        List<Trouble> troubles();
    }

    /**
     * What one part of the platform says of itself.
     *
     * @param part for example {@code ledger}
     * @param troubles what does not run; empty if all is well
     */
    public record Report(String part, List<Trouble> troubles) {
        /** The code of a part that could not even say how it is. */
        public static final String NO_ANSWER = "no-answer";

        public Report {
            requireNonNull(part, "part is null");
            troubles = List.copyOf(troubles);
        }

        /**
         * Asks a source; one that throws, as a service that is being stopped may, is a trouble of its own.
         *
         * @param source which
         * @return what it says
         */
        public static Report of(Source source) {
            String part = "unknown";
            try {
                part = source.part();
                return new Report(part, source.troubles());
            } catch (RuntimeException thrown) {
                String why = "it threw " + thrown.getClass().getName() + " when it was asked; the log says where";
                return new Report(part, List.of(new Trouble(NO_ANSWER, "part `" + part + "`", why)));
            }
        }
    }
}
