package sluice.devices;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/** What became of a request to the registrar. */
public sealed interface Answer {
    /**
     * It was done.
     *
     * @param file what was written or removed, below the city's folder
     * @param secret a new secret, to be shown once: it is kept nowhere; empty if none was made
     */
    record Done(String file, String secret) implements Answer {
        public Done {
            requireNonNull(file, "file is null");
            requireNonNull(secret, "secret is null");
        }

        /** Never the secret. */
        @Override
        public String toString() {
            return "Done[" + file + "]";
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

    /**
     * Takes either way.
     *
     * @param done if it was done
     * @param declined if not
     * @param <T> what both give
     * @return what the one gave
     */
    default <T> T fold(Function<Done, T> done, Function<Declined, T> declined) {
        return this instanceof Done yes ? done.apply(yes) : declined.apply((Declined) this);
    }
}
