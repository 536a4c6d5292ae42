package sluice.driver.spi;

import java.time.InstantSource;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What the platform lends to a session. Each is safe to keep for the session's life; none reaches beyond it. */
@ProviderType
public interface Tools {
    /**
     * The platform's clock.
     *
     * @return UTC
     */
    InstantSource clock();

    /**
     * Reads JSON (RFC 8259) in UTF-8. Limits: 256 KiB, 32 levels, 4,096 members in all, numbers of 100 digits, no duplicate names.
     *
     * @param utf8 the text
     * @return its root, or empty if it is malformed or over a limit
     */
    Optional<Json> json(byte[] utf8);

    /**
     * Tells the operator a number, for diagnosis. At most ten a second for one device; more are dropped and counted.
     *
     * @param code a constant of the driver's own, lower case with hyphens, at most 40 characters; never built from a frame
     * @param value a number that says nothing about a person
     */
    void note(String code, long value);
}
