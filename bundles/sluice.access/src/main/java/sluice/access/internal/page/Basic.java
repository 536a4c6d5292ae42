package sluice.access.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user's name and password as a browser sends them (RFC 7617).
 *
 * @param user name
 * @param password in the clear; never written anywhere
 */
record Basic(String user, String password) {
    private static final String SCHEME = "basic ";

    /** Reads the header {@code Authorization}; empty if it is missing or of another scheme or form. */
    static Optional<Basic> of(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            String text = new String(
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).strip()), UTF_8);
            int colon = text.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(new Basic(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Basic[" + user + "]";
    }
}
