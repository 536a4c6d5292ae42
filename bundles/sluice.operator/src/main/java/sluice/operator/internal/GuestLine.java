package sluice.operator.internal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import sluice.guard.Admission;
import sluice.guard.Guest;
import sluice.guard.Vendor;

/**
 * What the guard decided about a bundle, in the operator's words.
 *
 * @param guest the bundle
 * @param signer who signed it
 */
public record GuestLine(Guest guest, String signer) {
    /** As much of a digest as tells two bundles apart and can be typed. */
    public static final int SHORT_DIGEST = 12;

    private static final String NOBODY = "nobody accepted";

    public GuestLine {
        requireNonNull(guest, "guest is null");
        requireNonNull(signer, "signer is null");
    }

    /**
     * Every bundle that is no part of the platform.
     *
     * @param admission whose decisions
     * @return sorted by bundle id
     */
    public static List<GuestLine> all(Admission admission) {
        List<Vendor> vendors = admission.vendors();
        return admission.guests().stream()
                .map(guest -> new GuestLine(guest, signer(guest, vendors)))
                .toList();
    }

    /**
     * What was decided.
     *
     * @return {@code waiting}, {@code refused} or {@code approved}
     */
    public String state() {
        return guest.state().name().toLowerCase(Locale.ROOT);
    }

    /**
     * The beginning of the digest.
     *
     * @return 12 characters, fewer if there is no digest
     */
    public String shortDigest() {
        return guest.digest().substring(0, Math.min(SHORT_DIGEST, guest.digest().length()));
    }

    /**
     * Which allow-list the vendor says it was checked against.
     *
     * @return for example {@code list 1}; {@code -} if the bundle says nothing
     */
    public String checked() {
        return guest.checkedAgainst() == 0 ? "-" : "list " + guest.checkedAgainst();
    }

    /**
     * What can be done about it now.
     *
     * @return a command with a word about it
     */
    public String help() {
        return switch (guest.state()) {
            case WAITING -> "sluice:approve " + shortDigest() + "   lets it run";
            case REFUSED -> "refused: " + reason();
            case APPROVED -> "";
        };
    }

    private String reason() {
        List<String> reasons = guest.reasons();
        String first = reasons.isEmpty() ? "no reason is given" : reasons.get(0);
        return reasons.size() < 2
                ? first
                : first + " (" + Figures.of(reasons.size() - 1L, "reason") + " more: sluice:admission "
                        + guest.bundleId() + ")";
    }

    // a key that the build made by itself: nobody vouches for it, and no name may hide that
    private static String signer(Guest guest, List<Vendor> vendors) {
        boolean isDevelopment = vendors.stream()
                .anyMatch(vendor -> vendor.isDevelopment() && vendor.name().equals(guest.signer()));
        return guest.signer().isEmpty() ? NOBODY : isDevelopment ? "development key" : guest.signer();
    }
}
