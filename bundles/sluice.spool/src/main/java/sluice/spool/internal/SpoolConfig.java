package sluice.spool.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the spool, pid {@code sluice.spool}. */
@ObjectClassDefinition(name = "Sluice spool", description = "Observations that wait on disk for their recipient.")
public @interface SpoolConfig {
    /** Where the spool is kept; empty for {@code sluice/spool} below Karaf's data folder. */
    @AttributeDefinition(description = "Folder of the spool; empty: sluice/spool below the data folder.")
    String folder() default "";

    /** Most bytes on disk, 1 MiB or more; over it the oldest observations are dropped and counted. */
    @AttributeDefinition(
            description = "Most bytes on disk; over it the oldest observations are dropped.",
            min = "1048576")
    long max_bytes() default 512L << 20;

    /** Longest time that an observation waits to share a write, in milliseconds, 0 to 50. */
    @AttributeDefinition(
            description = "Longest wait of an observation for others, in milliseconds.",
            min = "0",
            max = "50")
    int batch_millis() default 5;
}
