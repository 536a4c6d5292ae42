package sluice.access.internal.page;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * Which pages of the web console which role may see, and where it may press buttons. What is not named is an administrator's: settings hold
 * passwords, and the console's own shell reaches everything.
 */
final class PageRoles {
    static final String ADMIN = "admin";
    static final String VIEWER = "viewer";

    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final Set<String> LOOKERS = Set.of("operator", "integrator", "auditor");
    private static final Map<String, Set<String>> READ = Map.of(
            "",
            Set.of(VIEWER),
            "res",
            Set.of(VIEWER),
            "logout",
            Set.of(VIEWER),
            "sluice-flows",
            Set.of(VIEWER),
            "sluice-admission",
            Set.of(VIEWER),
            "bundles",
            LOOKERS,
            "components",
            LOOKERS,
            "services",
            LOOKERS,
            "features",
            LOOKERS,
            "logs",
            LOOKERS);
    private static final Map<String, Set<String>> WRITE =
            Map.of("sluice-admission", Set.of("integrator"), "bundles", Set.of("integrator"));
    /** Buttons of an administrator on a page on which others have buttons too. */
    private static final Map<String, Set<String>> ADMINS_BUTTONS =
            Map.of("sluice-admission", Set.of("accept", "revoke"));

    private PageRoles() {}

    /**
     * Whether a request is within one of somebody's roles.
     *
     * @param roles of the user
     * @param method of HTTP
     * @param path below the console's root, for example {@code /bundles/12.json}
     * @param button what the form's field {@code do} says; empty if there is none
     */
    static boolean allow(Set<String> roles, String method, String path, String button) {
        String page = page(path);
        boolean isAdmins = ADMINS_BUTTONS.getOrDefault(page, Set.of()).contains(button);
        Set<String> allowed = SAFE.contains(method)
                ? READ.getOrDefault(page, Set.of())
                : isAdmins ? Set.<String>of() : WRITE.getOrDefault(page, Set.of());
        return roles.contains(ADMIN) || !Collections.disjoint(roles, allowed);
    }

    /** The first step of the path, without an extension. */
    private static String page(String path) {
        String[] steps = path.split("/");
        String first = steps.length < 2 ? "" : steps[1];
        int dot = first.indexOf('.');
        return dot < 0 ? first : first.substring(0, dot);
    }
}
