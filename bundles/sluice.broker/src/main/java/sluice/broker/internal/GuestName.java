package sluice.broker.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** By which name policies know a guest: the symbolic name of the bundle that registered the service, whatever the service itself says. */
final class GuestName {
    private static final int MAX_LENGTH = 100;

    /** What a policy file may call a recipient; a name of another form would be nobody's, or would say more than a name. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    private GuestName() {}

    /** Empty for a bundle without a name, which would share whatever is kept with every other that has none. */
    static Optional<String> of(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        return Optional.ofNullable(bundle == null ? null : bundle.getSymbolicName())
                .filter(name ->
                        name.length() <= MAX_LENGTH && NAME.matcher(name).matches());
    }
}
