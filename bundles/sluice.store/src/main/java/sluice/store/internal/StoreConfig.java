package sluice.store.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the store, pid {@code sluice.store}. */
@ObjectClassDefinition(name = "Sluice store", description = "State of applications, until its retention is over.")
public @interface StoreConfig {
    /** Where keys and the embedded database are kept; empty for {@code sluice/store} below Karaf's data folder. */
    @AttributeDefinition(description = "Folder of the store; empty: sluice/store below the data folder.")
    String folder() default "";

    /** A PostgreSQL in place of the embedded database, {@code jdbc:postgresql://HOST:PORT/DATABASE}; empty for the embedded one. */
    @AttributeDefinition(description = "jdbc:postgresql://HOST:PORT/DATABASE; empty: the embedded SQLite.")
    String url() default "";

    /** Account on the PostgreSQL. */
    @AttributeDefinition(description = "Account on the PostgreSQL.")
    String account() default "";

    /** Password of the account. */
    @AttributeDefinition(description = "Password of the account.", type = AttributeType.PASSWORD)
    String password() default "";

    /** File with the operator's master key, 16 bytes or more of any kind; empty for none. */
    @AttributeDefinition(description = "File with the master key, 16 bytes or more; empty: none.")
    String master_key_file() default "";

    /** How often what is past its deadline is deleted at the latest, seconds, 1 to 3,600. */
    @AttributeDefinition(
            description = "How often what is past its deadline is deleted at the latest, seconds.",
            min = "1",
            max = "3600")
    int sweep_seconds() default 60;
}
