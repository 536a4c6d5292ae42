package sluice.guard;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Whose signature is accepted.
 *
 * @param name what the operator calls it: lower-case letters, digits and hyphens
 * @param subject the certificate's subject
 * @param fingerprint SHA-256 of the certificate, lower-case hexadecimal
 * @param notAfter end of the certificate's validity
 * @param isDevelopment whether the build made this key by itself: nobody vouches for it
 */
public record Vendor(String name, String subject, String fingerprint, Instant notAfter, boolean isDevelopment) {
    public Vendor {
        requireNonNull(name, "name is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(fingerprint, "fingerprint is null");
        requireNonNull(notAfter, "notAfter is null");
    }
}
