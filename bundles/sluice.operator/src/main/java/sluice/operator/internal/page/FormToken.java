package sluice.operator.internal.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * A secret that a form of ours carries and a form of another site can not know: 128 random bits, kept in the operator's session. A browser
 * sends the operator's password along with whatever another site makes it post.
 */
final class FormToken {
    /** The name of the form's field. */
    static final String FIELD = "token";

    private static final String ATTRIBUTE = "sluice.form.token";
    private static final int BYTES = 16;

    private final SecureRandom random;

    FormToken(SecureRandom random) {
        this.random = random;
    }

    /** The session's token; a session without one gets one. */
    String of(HttpServletRequest request) {
        HttpSession session = request.getSession(true);
        synchronized (this) {
            if (session.getAttribute(ATTRIBUTE) instanceof String known) {
                return known;
            }
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            String token = HexFormat.of().formatHex(bytes);
            session.setAttribute(ATTRIBUTE, token);
            return token;
        }
    }

    /** Whether a form came from a page of ours, in this session. */
    boolean isIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object known = session == null ? null : session.getAttribute(ATTRIBUTE);
        String sent = request.getParameter(FIELD);
        return known instanceof String token && isSame(token, sent);
    }

    private static boolean isSame(String token, @Nullable String sent) {
        return sent != null && MessageDigest.isEqual(token.getBytes(UTF_8), sent.getBytes(UTF_8));
    }
}
