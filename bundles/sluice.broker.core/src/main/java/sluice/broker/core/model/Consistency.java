package sluice.broker.core.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That information obtained for another purpose may be used for this one too, because the individual might reasonably have expected it:
 * MFIPPA s. 33. What an individual might have expected hangs on what the notice said, so it holds for what was collected under one version
 * of the other purpose's notice, and not before or after.
 *
 * @param with the purpose that the information was obtained for
 * @param notice the version of that purpose's notice that tells of this use
 * @param because why an individual might reasonably have expected it
 * @param from first instant at which that version was in force
 * @param until first instant at which the next version was; {@link Instant#MAX} if there is none
 * @param where file and line
 */
public record Consistency(String with, String notice, String because, Instant from, Instant until, Where where) {
    public Consistency {
        requireNonNull(with, "with is null");
        requireNonNull(notice, "notice is null");
        requireNonNull(because, "because is null");
        requireNonNull(from, "from is null");
        requireNonNull(until, "until is null");
        requireNonNull(where, "where is null");
    }

    /**
     * Whether the version was in force.
     *
     * @param collected when the information was collected
     * @return true if it tells of a use of information that was collected then
     */
    public boolean covers(Instant collected) {
        return !collected.isBefore(from) && collected.isBefore(until);
    }
}
