package sluice.operator.internal;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.port.Trouble;

/**
 * Something that does not run, and which part of the platform says so.
 *
 * @param part for example {@code broker}
 * @param trouble what, why and under which code
 */
public record Finding(String part, Trouble trouble) {
    public Finding {
        requireNonNull(part, "part is null");
        requireNonNull(trouble, "trouble is null");
    }
}
