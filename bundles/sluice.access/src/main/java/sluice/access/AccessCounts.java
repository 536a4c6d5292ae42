package sluice.access;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** How often somebody was let in or sent away since the start. Holds no name and no address. */
@ProviderType
public interface AccessCounts {
    /**
     * Attempts to sign in with a password, at the console and by SSH.
     *
     * @return by outcome: {@code accepted}, {@code wrong}, {@code locked-out}
     */
    Map<String, Long> signIns();

    /**
     * Web requests that were refused before any servlet saw them.
     *
     * @return by code: {@code cross-site}, {@code foreign-host}, {@code bad-method}
     */
    Map<String, Long> refusedRequests();
}
