package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What a reading must meet before it is used about a person: MFIPPA s. 30(2), reasonable steps so that it is accurate and up to date.
 *
 * @param confidenceField the field that holds a confidence; empty if the stream has none
 * @param minimumConfidence least value of that field, in its own unit
 * @param maxAge greatest age of a reading when it arrives; positive
 */
public record Accuracy(String confidenceField, double minimumConfidence, Duration maxAge) {
    /** Any confidence, up to 30 days old. */
    public static final Accuracy ANY = new Accuracy("", 0, Duration.ofDays(30));

    public Accuracy {
        requireNonNull(confidenceField, "confidenceField is null");
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("maxAge must be positive, got " + maxAge);
        }
    }
}
