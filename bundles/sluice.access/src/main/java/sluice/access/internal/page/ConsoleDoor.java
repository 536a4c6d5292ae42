package sluice.access.internal.page;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.apache.felix.webconsole.WebConsoleSecurityProvider;
import org.apache.felix.webconsole.WebConsoleSecurityProvider2;
import org.apache.felix.webconsole.WebConsoleSecurityProvider3;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import sluice.access.internal.signin.Doorkeeper;

/**
 * The web console's door, in place of Karaf's: the realm is asked at each request, so that a password that was changed and a role that was
 * taken away count at once; a session that ended asks for the password again; and each page is for its roles only ({@link PageRoles}).
 */
@Component(
        service = {WebConsoleSecurityProvider.class, WebConsoleSecurityProvider2.class},
        property = {"service.ranking:Integer=1000", "webconsole.security.provider.id=sluice.access"})
public final class ConsoleDoor implements WebConsoleSecurityProvider3 {
    private static final String SUBJECT = "karaf.subject.runas";
    private static final String TYPE = "org.osgi.service.http.authentication.type";
    private static final String REMOTE_USER = "org.osgi.service.http.authentication.remote.user";
    private static final String ROOT = "/system/console";
    private static final String BUTTON = "do";
    private static final int LONGEST_SESSION_SECONDS = 15 * 60;

    /**
     * The door; there is none without the doorkeeper.
     *
     * @param doorkeeper counts wrong passwords
     */
    @Activate
    public ConsoleDoor(@Reference Doorkeeper doorkeeper) {
        doorkeeper.counts();
    }

    @Override
    public boolean authenticate(HttpServletRequest request, HttpServletResponse response) {
        if (hasEndedSession(request)) {
            forget(request, response);
            return ask(response);
        }
        Optional<Basic> basic = Basic.of(request.getHeader("Authorization"));
        Optional<Subject> subject = basic.flatMap(typed -> SignIn.of(typed, request.getRemoteAddr()));
        if (basic.isEmpty() || subject.isEmpty()) {
            return ask(response);
        }
        return enter(request, response, basic.get().user(), subject.get());
    }

    private boolean enter(HttpServletRequest request, HttpServletResponse response, String user, Subject subject) {
        String button = request.getParameter(BUTTON);
        if (!PageRoles.allow(roles(subject), request.getMethod(), path(request), button == null ? "" : button)) {
            return refuse(response);
        }
        request.setAttribute(TYPE, HttpServletRequest.BASIC_AUTH);
        request.setAttribute(REMOTE_USER, user);
        request.setAttribute(USER_ATTRIBUTE, user);
        request.setAttribute(SUBJECT, subject);
        request.getSession(true).setMaxInactiveInterval(LONGEST_SESSION_SECONDS);
        return true;
    }

    /** As the container decoded and cleaned it, whichever of the console's servlets it is for. */
    private static String path(HttpServletRequest request) {
        String whole = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        return whole.startsWith(ROOT) ? whole.substring(ROOT.length()) : "/unknown";
    }

    /** A browser sends the password with each request for as long as it runs; only this makes it ask again. */
    private static boolean hasEndedSession(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }

    private static Set<String> roles(Subject subject) {
        return subject.getPrincipals(RolePrincipal.class).stream()
                .map(RolePrincipal::getName)
                .collect(Collectors.toSet());
    }

    private static boolean ask(HttpServletResponse response) {
        response.setHeader("WWW-Authenticate", "Basic realm=\"Sluice\", charset=\"UTF-8\"");
        return answer(response, HttpServletResponse.SC_UNAUTHORIZED, "sign in [unauthorised]");
    }

    private static boolean refuse(HttpServletResponse response) {
        String text =
                "this page, or this button, is not for your role; `docs/reference/commands.md` says for whom [not-your-role]";
        return answer(response, HttpServletResponse.SC_FORBIDDEN, text);
    }

    private static boolean answer(HttpServletResponse response, int status, String text) {
        response.setStatus(status);
        response.setContentType("text/plain; charset=UTF-8");
        try {
            response.getWriter().println(text);
            response.flushBuffer();
        } catch (IOException gone) {
            // Whoever asked hung up; the answer is no all the same.
        }
        return false;
    }

    private static void forget(HttpServletRequest request, HttpServletResponse response) {
        for (Cookie known : request.getCookies() == null ? new Cookie[0] : request.getCookies()) {
            if (known.getValue().equals(request.getRequestedSessionId())) {
                Cookie none = new Cookie(known.getName(), "");
                none.setPath("/");
                none.setMaxAge(0);
                none.setHttpOnly(true);
                response.addCookie(none);
            }
        }
    }

    @Override
    public @Nullable Object authenticate(String user, String password) {
        return SignIn.of(new Basic(user, password), "").isPresent() ? user : null;
    }

    @Override
    public boolean authorize(Object user, String role) {
        return false;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        ask(response);
    }
}
