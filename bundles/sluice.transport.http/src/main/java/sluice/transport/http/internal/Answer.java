package sluice.transport.http.internal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import javax.servlet.http.HttpServletResponse;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.Outcome;

/**
 * What the sender is told. It holds a status and a code, and nothing of the message.
 *
 * @param status of HTTP
 * @param code as listed in {@code docs/reference/error-codes.md}; empty if all is well
 * @param retryAfterSeconds when to come again, or 0 for not at all
 */
record Answer(int status, String code, long retryAfterSeconds) {
    static final Answer ACCEPTED = new Answer(204, "", 0);
    // One answer for an unknown device and for a wrong secret: who does not know the secret learns nothing of the
    // device.
    static final Answer UNAUTHORISED = new Answer(401, "unauthorised", 0);
    static final Answer NOT_A_POST = new Answer(405, "method-not-allowed", 0);
    static final Answer TOO_SLOW = new Answer(408, Reason.TRUNCATED.code(), 0);
    static final Answer OVERSIZED = new Answer(413, Reason.OVERSIZED.code(), 0);
    static final Answer ENCODED = new Answer(415, "unsupported-encoding", 0);
    static final Answer BUSY = new Answer(503, "busy", 1);
    static final Answer NOT_COMMITTED = new Answer(503, "commit-timeout", 5);

    static Answer rateLimited(long seconds) {
        return new Answer(429, Reason.RATE_LIMITED.code(), seconds);
    }

    static Answer of(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return refused(refused.reason());
        }
        if (outcome instanceof Outcome.Unavailable unavailable) {
            return new Answer(503, unavailable.reason().code(), 5);
        }
        return ACCEPTED;
    }

    /** Writes it as a problem document (RFC 9457); fails only if the sender is gone. */
    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        addHeaders(response);
        if (code.isEmpty()) {
            return;
        }
        byte[] problem = ("{\"status\":" + status + ",\"code\":\"" + code + "\"}").getBytes(US_ASCII);
        response.setContentType("application/problem+json");
        response.setContentLength(problem.length);
        response.getOutputStream().write(problem);
    }

    private void addHeaders(HttpServletResponse response) {
        if (retryAfterSeconds > 0) {
            response.setHeader("Retry-After", Long.toString(retryAfterSeconds));
        }
        if (status == 401) {
            response.addHeader("WWW-Authenticate", "Bearer realm=\"sluice\"");
            response.addHeader("WWW-Authenticate", "Basic realm=\"sluice\", charset=\"UTF-8\"");
        }
        if (status == 405) {
            response.setHeader("Allow", "POST");
        }
        if (status == 408 || status == 413) { // the rest of the body is not waited for
            response.setHeader("Connection", "close");
        }
    }

    private static Answer refused(Reason reason) {
        boolean isGarbled = reason == Reason.MALFORMED || reason == Reason.TRUNCATED;
        return reason == Reason.OVERSIZED ? OVERSIZED : new Answer(isGarbled ? 400 : 422, reason.code(), 0);
    }
}
