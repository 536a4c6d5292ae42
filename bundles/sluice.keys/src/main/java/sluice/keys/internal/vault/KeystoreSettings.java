package sluice.keys.internal.vault;

import static java.util.Objects.requireNonNull;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import org.jspecify.annotations.Nullable;

/**
 * Where the master key is.
 *
 * @param type of the keystore, {@code PKCS12} or for instance {@code PKCS11}
 * @param provider name of the JCA provider that has it; empty: whichever comes first
 * @param argument configures the provider, for instance the file with a PKCS#11 module's library; empty: it needs none
 * @param isInFile whether the keystore is a file of the vault's folder; false for hardware
 */
public record KeystoreSettings(String type, String provider, String argument, boolean isInFile) {
    /** A PKCS#12 file by the JDK. */
    public static final KeystoreSettings STANDARD = new KeystoreSettings("PKCS12", "", "", true);

    public KeystoreSettings {
        requireNonNull(type, "type is null");
        requireNonNull(provider, "provider is null");
        requireNonNull(argument, "argument is null");
    }

    /** Null: whichever comes first. */
    @Nullable
    Provider chosen() throws GeneralSecurityException {
        if (provider.isEmpty()) {
            return null;
        }
        Provider known = Security.getProvider(provider);
        if (known == null) {
            throw new GeneralSecurityException("there is no provider `" + provider + "`");
        }
        return argument.isEmpty() ? known : known.configure(argument);
    }
}
