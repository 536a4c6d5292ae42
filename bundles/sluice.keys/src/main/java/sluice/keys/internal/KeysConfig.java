package sluice.keys.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of keys and budgets, pid {@code sluice.keys}. */
@ObjectClassDefinition(name = "Sluice keys", description = "Keys that end with their epoch, and privacy budgets.")
public @interface KeysConfig {
    /** Where keystore, sealed epoch keys and accounts are kept; empty for {@code sluice/epoch-keys} below Karaf's data folder. */
    @AttributeDefinition(description = "Folder of the keys; empty: sluice/epoch-keys below the data folder.")
    String folder() default "";

    /** Where the wrap key is kept, which no backup may hold; empty for {@code never-back-up} in the folder. */
    @AttributeDefinition(
            description = "Folder of the wrap key, which no backup may hold; empty: never-back-up in the folder.")
    String ratchet_folder() default "";

    /**
     * File with the operator's secret. Empty: the credential {@code sluice-keys} of the service manager, if it hands one in; else {@code
     * sluice-keys.secret} in Karaf's etc folder, made at the first start.
     */
    @AttributeDefinition(
            description = "File with the operator's secret, mode 600; empty: the service manager's credential"
                    + " sluice-keys, else sluice-keys.secret in the etc folder, made at the first start.")
    String secret_file() default "";

    /** Type of the keystore with the master key: PKCS12, or what the provider has. */
    @AttributeDefinition(description = "Type of the keystore with the master key.")
    String keystore_type() default "PKCS12";

    /** Name of the JCA provider of keystore and cipher; empty for the JDK's. */
    @AttributeDefinition(description = "JCA provider of keystore and cipher, such as SunPKCS11; empty: the JDK's.")
    String keystore_provider() default "";

    /** What the provider is configured with: for SunPKCS11 the file that names the module's library. Empty for nothing. */
    @AttributeDefinition(description = "What the provider is configured with, such as a file; empty: nothing.")
    String keystore_argument() default "";

    /** Whether the keystore is a file in the folder; false for hardware. */
    @AttributeDefinition(description = "Whether the keystore is a file in the folder; false for hardware.")
    boolean keystore_in_file() default true;

    /** For how long after its epoch a key still serves late readings, in seconds, 0 to 2,592,000 (30 days). */
    @AttributeDefinition(
            description = "For how many seconds after its epoch a key still serves late readings.",
            min = "0",
            max = "2592000")
    int grace_seconds() default 300;
}
