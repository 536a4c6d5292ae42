package sluice.guard;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A bundle that is not part of the platform, and what was decided about it.
 *
 * @param bundleId the framework's id
 * @param name symbolic name, or {@code -}
 * @param version bundle version
 * @param state what was decided
 * @param signer name of the accepted vendor whose key signed every entry; empty if none did
 * @param digest SHA-256 of its content, lower-case hexadecimal; empty if it has none
 * @param checkedAgainst version of the allow-list that the bundle says it was checked against; 0 if it says nothing
 * @param reasons why it is refused, one line each ({@code where: what (rule); instead: ...}); empty unless refused
 */
public record Guest(
        long bundleId,
        String name,
        String version,
        State state,
        String signer,
        String digest,
        int checkedAgainst,
        List<String> reasons) {
    /** What was decided about a bundle. */
    public enum State {
        /** It breaks a rule, or no accepted vendor signed it. It does not resolve, and no class of it loads. */
        REFUSED,
        /** It is well signed and keeps every rule; an operator has to approve it. It does not resolve, and no class of it loads. */
        WAITING,
        /** An operator approved this very content. */
        APPROVED
    }

    public Guest {
        requireNonNull(name, "name is null");
        requireNonNull(version, "version is null");
        requireNonNull(state, "state is null");
        requireNonNull(signer, "signer is null");
        requireNonNull(digest, "digest is null");
        reasons = List.copyOf(reasons);
    }
}
