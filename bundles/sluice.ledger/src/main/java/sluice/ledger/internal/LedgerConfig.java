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

    /** Where the signing key and the highest checkpoint are kept; empty for a folder beside the ledger's, with {@code -anchor} at its end. */
    @AttributeDefinition(
            description =
                    "Folder of the key and of the highest checkpoint, best on another disk; empty: beside the ledger.")
    String anchor_folder() default "";

    /** The name of a new ledger in the world: a web address without scheme; empty for a random one. It can not be changed afterwards. */
    @AttributeDefinition(description = "Name of a new ledger, as a web address without scheme; empty: a random one.")
    String origin() default "";

    /** How long the openings of leaves are kept, in days, 1 to 36,500. */
    @AttributeDefinition(description = "Days that openings are kept.", min = "1", max = "36500")
    int openings_days() default 400;
}
