package sluice.store;

import static java.util.Objects.requireNonNull;

/** What became of a request to the store's keeper. */
public sealed interface Answer {
    /**
     * It was done.
     *
     * @param what one line, for the operator
     */
    record Done(String what) implements Answer {
        public Done {
            requireNonNull(what, "what is null");
        }
    }

    /**
     * It was not done, and nothing was changed.
     *
     * @param code as listed in {@code docs/reference/error-codes.md}
     * @param why one line, for the operator
     */
    record Declined(String code, String why) implements Answer {
        public Declined {
            requireNonNull(code, "code is null");
            requireNonNull(why, "why is null");
        }
    }
}
