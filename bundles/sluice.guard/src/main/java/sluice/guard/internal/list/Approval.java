package sluice.guard.internal.list;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of {@code approved.list}: {@code sha256  symbolic-name  version  vendor  by  instant}. With a hyphen before it, it was taken back, and
 * keeps the name with its vendor.
 *
 * @param digest SHA-256 of the content
 * @param name symbolic name
 * @param version bundle version
 * @param vendor under whose signature
 * @param by who decided
 * @param at when
 * @param isWithdrawn whether it was taken back
 */
public record Approval(
        String digest, String name, String version, String vendor, String by, Instant at, boolean isWithdrawn) {
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static boolean isDigest(String text) {
        return DIGEST.matcher(text).matches();
    }

    /** What a line says; empty if it says something else. */
    static Optional<Approval> parse(String line) {
        boolean isWithdrawn = line.startsWith("-");
        String[] words = BLANKS.split((isWithdrawn ? line.substring(1) : line).strip());
        if (words.length != 6 || !isDigest(words[0]) || !Texts.isName(words[1]) || !Vendors.isName(words[3])) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Approval(
                    words[0], words[1], words[2], words[3], words[4], Instant.parse(words[5]), isWithdrawn));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Approval withdrawn(String who, Instant when) {
        return new Approval(digest, name, version, vendor, who, when, true);
    }

    String line() {
        return (isWithdrawn ? "-" : "") + String.join("  ", digest, name, version, vendor, by, at.toString());
    }
}
