package sluice.conditions.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the registers, pid {@code sluice.conditions}. */
@ObjectClassDefinition(name = "Sluice conditions", description = "What policies are conditional on, in files.")
public @interface ConditionsConfig {
    /** The folder that holds {@code registers/}; <code>${karaf.etc}</code> stands for the platform's configuration folder. */
    @AttributeDefinition(description = "Holds registers/.")
    String folder() default "${karaf.etc}/sluice";

    /** How often it is looked at, in milliseconds, 10 to 600. */
    @AttributeDefinition(description = "How often it is looked at, in milliseconds.", min = "10", max = "600")
    long poll_millis() default 250;

    /** In which a date in a register begins. */
    @AttributeDefinition(description = "Time zone in which a date in a register begins.")
    String time_zone() default "America/Toronto";

    /** The key of the opt-outs; empty for {@code sluice/keys/opt-outs.key} below Karaf's data folder. */
    @AttributeDefinition(
            description = "File of the key of the opt-outs; empty: sluice/keys/opt-outs.key below the data folder.")
    String key_file() default "";
}
