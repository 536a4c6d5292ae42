package sluice.mqtt.server.internal;

import sluice.broker.core.model.Reason;

/** What the server itself says no to, and under which reason the platform counts it. */
enum Refusal {
    WRONG_PASSWORD(Reason.WRONG_SECRET),
    CLIENT_ID(Reason.WRONG_SECRET),
    AUTHENTICATION(Reason.WRONG_SECRET),
    FOREIGN_TOPIC(Reason.WRONG_SECRET),
    FOREIGN_WILL(Reason.WRONG_SECRET),
    SUBSCRIPTION(Reason.WRONG_SECRET),
    TOPIC_ALIAS(Reason.MALFORMED),
    UNEXPECTED(Reason.MALFORMED),
    MALFORMED(Reason.MALFORMED),
    OVERSIZED(Reason.OVERSIZED),
    TOO_MANY_CONNECTIONS(Reason.RATE_LIMITED),
    TOO_MANY_TOPICS(Reason.RATE_LIMITED);

    private final Reason reason;

    Refusal(Reason reason) {
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
