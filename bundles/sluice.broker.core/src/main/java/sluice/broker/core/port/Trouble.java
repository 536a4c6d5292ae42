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
         * @return {@code broker}, {@code ledger}, {@code spool}, {@code mqtt}, {@code policy}, {@code devices} or {@code http}
         */
        String part();

        /**
         * What does not run now.
         *
         * @return empty if all is well
         */
        List<Trouble> troubles();
    }
}
