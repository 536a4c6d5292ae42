package sluice.operator.internal.page;

import java.util.Comparator;
import java.util.stream.Stream;
import javax.security.auth.Subject;
import javax.servlet.http.HttpServletRequest;

/** Who is signed in to the console. */
final class SignedIn {
    private static final String REMOTE_USER = "org.osgi.service.http.authentication.remote.user";
    private static final String SUBJECT = "karaf.subject.runas";
    private static final String UNKNOWN = "web console";

    private SignedIn() {}

    /** A user's name; {@code web console} if nobody says whose. */
    static String name(HttpServletRequest request) {
        return Stream.of(
                        request.getRemoteUser(), request.getAttribute(REMOTE_USER), user(request.getAttribute(SUBJECT)))
                .filter(name -> name instanceof String text && !text.isEmpty())
                .map(String.class::cast)
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** Of a subject's principals the user, since the others are roles. */
    private static Object user(Object attribute) {
        return attribute instanceof Subject subject
                ? subject.getPrincipals().stream()
                        .filter(principal ->
                                principal.getClass().getSimpleName().equals("UserPrincipal"))
                        .map(principal -> principal.getName())
                        .min(Comparator.naturalOrder())
                        .orElse("")
                : "";
    }
}
