package sluice.metrics.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * One answer to a GET.
 *
 * @param status HTTP status
 * @param contentType media type with character set
 * @param body the text
 */
record Answer(int status, String contentType, String body) {
    /** Sends it. To a HEAD without the body. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(contentType);
        response.setContentLength(bytes.length);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(bytes);
        }
    }

    /** Refuses whatever is neither GET nor HEAD: nothing here can be changed. Returns whether it did. */
    static boolean refuses(HttpServletRequest request, HttpServletResponse response) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return false;
        }
        response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        response.setHeader("Allow", "GET, HEAD");
        return true;
    }
}
