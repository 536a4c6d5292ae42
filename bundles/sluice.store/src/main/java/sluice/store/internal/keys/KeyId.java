package sluice.store.internal.keys;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * Names the key of all records of one purpose that have one deadline.
 *
 * @param purpose the purpose
 * @param deadline when the records are to be gone, and the key with them; milliseconds since 1970
 */
public record KeyId(String purpose, long deadline) {
    /** By purpose, then by deadline. */
    public static final Comparator<KeyId> ORDER =
            Comparator.comparing(KeyId::purpose).thenComparing(KeyId::deadline);

    public KeyId {
        requireNonNull(purpose, "purpose is null");
    }
}
