package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A person's decision that what an application publishes on one stream says less than all that the application was told. Written down,
 * recorded in the ledger, and over by itself at its end.
 *
 * @param publisher symbolic name of the application's bundle
 * @param stream the stream that it publishes
 * @param to the label that it has instead; the catalogue's own labels are never lowered
 * @param reason why, for the register
 * @param approver who decided, by role
 * @param until first instant at which it does not hold any more
 * @param where file and line
 */
public record Declassification(
        String publisher, String stream, Label to, String reason, String approver, Instant until, Where where) {
    public Declassification {
        requireNonNull(publisher, "publisher is null");
        requireNonNull(stream, "stream is null");
        requireNonNull(to, "to is null");
        requireNonNull(until, "until is null");
        requireNonNull(where, "where is null");
        if (reason.isBlank() || approver.isBlank()) {
            throw new IllegalArgumentException("a declassification needs a reason and an approver");
        }
    }
}
