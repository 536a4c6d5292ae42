package sluice.access.internal.request;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether a web request comes from where it should. A browser sends the operator's password along with whatever another site makes it
 * send, and it can be made to think that another name is this machine's.
 */
final class Verdict {
    static final String CROSS_SITE = "cross-site";
    static final String FOREIGN_HOST = "foreign-host";
    static final String BAD_METHOD = "bad-method";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> UNSAFE = Set.of("POST", "PUT", "DELETE", "PATCH");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Set<String> hosts;

    /** @param hosts names of this platform beside those of the loopback, lower case */
    Verdict(Set<String> hosts) {
        this.hosts = hosts;
    }

    /**
     * The code of the refusal.
     *
     * @param method of HTTP
     * @param path of the request
     * @param header gives a header by its name, null if there is none
     * @return empty if the request may pass
     */
    Optional<String> refusal(String method, String path, Function<String, @Nullable String> header) {
        if (!SAFE.contains(method) && !UNSAFE.contains(method)) {
            return Optional.of(BAD_METHOD);
        }
        String host = text(header, "Host").toLowerCase(Locale.ROOT);
        if (!isWebhook(path) && !isOurs(name(host))) {
            return Optional.of(FOREIGN_HOST);
        }
        boolean isOwn = SAFE.contains(method) ? isOwnLook(header) : isOwnChange(host, header);
        return isOwn ? Optional.empty() : Optional.of(CROSS_SITE);
    }

    /** A webhook is called by a network server by whatever name it has; its secret is in the request, and no browser adds it. */
    private static boolean isWebhook(String path) {
        return path.startsWith("/ingest/");
    }

    private boolean isOurs(String name) {
        return LOCAL.contains(name) || hosts.contains(name);
    }

    /** A link from elsewhere may lead here; a picture or a script of elsewhere may not be fetched from here. */
    private static boolean isOwnLook(Function<String, @Nullable String> header) {
        String site = text(header, "Sec-Fetch-Site");
        boolean isForeign = site.equals("cross-site") || site.equals("same-site");
        return !isForeign
                || text(header, "Sec-Fetch-Mode").equals("navigate")
                        && text(header, "Sec-Fetch-Dest").equals("document");
    }

    private static boolean isOwnChange(String host, Function<String, @Nullable String> header) {
        String site = text(header, "Sec-Fetch-Site");
        String origin = text(header, "Origin");
        String from = origin.isEmpty() ? text(header, "Referer") : origin;
        return (site.isEmpty() || OWN_SITE.contains(site))
                && (from.isEmpty() || authority(from).equals(host));
    }

    /** Host and port; empty if there is none, as of the origin {@code null}. */
    private static String authority(String address) {
        try {
            String authority = URI.create(address).getRawAuthority();
            return authority == null ? "" : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException bad) {
            return "";
        }
    }

    private static String name(String host) {
        int end = host.startsWith("[") ? host.indexOf(']') + 1 : host.indexOf(':');
        return end <= 0 ? host : host.substring(0, end);
    }

    private static String text(Function<String, @Nullable String> header, String name) {
        String value = header.apply(name);
        return value == null ? "" : value;
    }
}
