package sluice.ledger.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the ledger, pid {@code sluice.ledger}. */
@ObjectClassDefinition(name = "Sluice ledger", description = "The tamper-evident record of what flowed.")
public @interface LedgerConfig {
    /** Where the ledger is kept; empty for {@code sluice/ledger} below Karaf's data folder. */
    @AttributeDefinition(description = "Folder of the ledger; empty: sluice/ledger below the data folder.")
    String folder() default "";

    /** Longest time that a disclosure waits to share a write, in milliseconds, 0 to 50. */
    @AttributeDefinition(
            description = "Longest wait of a disclosure for others, in milliseconds.",
            min = "0",
            max = "50")
    int batch_millis() default 50;

    /** Most disclosures that share a write, 1 to 1,000. */
    @AttributeDefinition(description = "Most disclosures in one write.", min = "1", max = "1000")
    int batch_leaves() default 1_000;
}
