package sluice.transport.http.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;

/**
 * What stands before a message's body. What is missing is empty.
 *
 * @param method the HTTP method
 * @param path what follows {@code /ingest}: {@code /device} or {@code /device/secret}
 * @param authorization the header {@code Authorization}
 * @param secretHeader the header {@code X-Sluice-Secret}
 * @param encoding the header {@code Content-Encoding}
 * @param length the declared length, or -1
 */
record Head(String method, String path, String authorization, String secretHeader, String encoding, long length) {
    static Head of(HttpServletRequest request) {
        return new Head(
                request.getMethod(),
                Objects.requireNonNullElse(request.getPathInfo(), ""),
                header(request, "Authorization"),
                header(request, "X-Sluice-Secret"),
                header(request, "Content-Encoding"),
                request.getContentLengthLong());
    }

    /** The device that the sender speaks for; empty if the path is none of ours. */
    String device() {
        String[] segments = segments();
        return segments.length == 2 || segments.length == 3 ? segments[1] : "";
    }

    /** The secret that was offered, the first of: bearer token, own header, basic password, end of the path. Empty if none was. */
    String secret() {
        return Stream.of(credentials("bearer"), secretHeader, basicPassword(), pathSecret())
                .filter(offered -> !offered.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Whether the body is as the device wrote it. */
    boolean isPlain() {
        return encoding.isEmpty() || encoding.equalsIgnoreCase("identity");
    }

    /** Names nothing: it holds the secret. */
    @Override
    public String toString() {
        return "head";
    }

    private String[] segments() {
        return path.split("/", 4); // "/device/secret" begins with an empty one
    }

    private String pathSecret() {
        String[] segments = segments();
        return segments.length == 3 ? segments[2] : "";
    }

    private String basicPassword() {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials("basic")), UTF_8);
            return pair.contains(":") ? pair.substring(pair.indexOf(':') + 1) : "";
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private String credentials(String scheme) {
        boolean isScheme = authorization.toLowerCase(Locale.ROOT).startsWith(scheme + " ");
        return isScheme ? authorization.substring(scheme.length() + 1).strip() : "";
    }

    private static String header(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getHeader(name), "");
    }
}
