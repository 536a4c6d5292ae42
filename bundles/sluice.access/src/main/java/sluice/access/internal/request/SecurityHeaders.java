package sluice.access.internal.request;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * What browsers are told with each answer. The web console writes scripts into its pages, so that its policy has to allow these; what is
 * not the console's shows nothing and runs nothing. Names and values as in the Fetch, HTML and CSP Level 3 standards; HSTS is RFC 6797.
 */
final class SecurityHeaders {
    private static final String CONSOLE = "/system/console";
    private static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private static final String OWN_ONLY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";
    private static final String ONE_YEAR = "max-age=31536000";

    private SecurityHeaders() {}

    static void add(HttpServletRequest request, HttpServletResponse response) {
        boolean isConsole = request.getRequestURI().startsWith(CONSOLE);
        response.setHeader("Content-Security-Policy", isConsole ? OWN_ONLY : NOTHING);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (!request.getRequestURI().startsWith(CONSOLE + "/res/")) {
            response.setHeader("Cache-Control", "no-store");
        }
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", ONE_YEAR);
        }
    }
}
