package sluice.transport.http.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import sluice.broker.core.port.Intake;

/** {@code sluice.transport.http}. */
@ObjectClassDefinition(name = "Sluice HTTP transport", description = "The webhook at /ingest")
@interface Config {
    /** Longest message, bytes. */
    @AttributeDefinition(name = "Longest message, bytes", min = "1", max = "262144")
    int max_bytes() default Intake.MAX_PAYLOAD;

    /** Messages a second of one device, in the long run. */
    @AttributeDefinition(name = "Messages a second of one device, in the long run", min = "1", max = "10000")
    int rate_per_second() default 20;

    /** Messages of one device at once, after a pause. */
    @AttributeDefinition(name = "Messages of one device at once, after a pause", min = "1", max = "10000")
    int rate_burst() default 40;

    /** Longest time from a message's head to its answer, milliseconds. */
    @AttributeDefinition(name = "Longest time to an answer, milliseconds", min = "100", max = "60000")
    long commit_timeout_millis() default 10_000;

    /** Messages that are read or wait for their commit point at one time. */
    @AttributeDefinition(name = "Messages read or waiting at one time", min = "1", max = "1024")
    int max_waiting() default 256;
}
