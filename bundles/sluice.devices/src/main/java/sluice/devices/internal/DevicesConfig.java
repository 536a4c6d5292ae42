package sluice.devices.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the register is, pid {@code sluice.devices}. */
@ObjectClassDefinition(name = "Sluice device register")
public @interface DevicesConfig {
    /**
     * The folder that holds {@code devices/} and {@code sources/}.
     *
     * @return a path; <code>${karaf.etc}</code> stands for the platform's configuration folder
     */
    @AttributeDefinition(name = "Folder", description = "holds devices/ and sources/")
    String folder() default "${karaf.etc}/sluice";

    /**
     * How often the folder is looked at.
     *
     * @return milliseconds, 10 to 60,000
     */
    @AttributeDefinition(name = "Poll interval", description = "milliseconds", min = "10", max = "60000")
    long poll_millis() default 250;

    /**
     * Work for one try at an account's password; more makes a stolen file worth less, and each connection slower. The default is OWASP's.
     *
     * @return iterations of PBKDF2-HMAC-SHA-256, at least 1,000
     */
    @AttributeDefinition(name = "PBKDF2 iterations", description = "for new accounts", min = "1000", max = "5000000")
    int pbkdf2_iterations() default 210_000;
}
