package sluice.transport.mqtt.internal;

import sluice.broker.core.port.Intake;

/**
 * How the transport works with any server.
 *
 * @param receiveMaximum messages that may be unacknowledged on one connection
 * @param sessionExpirySeconds how long the server keeps durable messages while the platform is away
 */
record Settings(int receiveMaximum, long sessionExpirySeconds) {
    /** Artemis counts in milliseconds in 32 bits. */
    private static final long LONGEST_EXPIRY = 24L * 24 * 3_600;

    Settings {
        if (receiveMaximum < 1 || receiveMaximum > Intake.MAX_IN_FLIGHT) {
            throw new IllegalArgumentException(
                    "`receive.maximum` must be from 1 to " + Intake.MAX_IN_FLIGHT + ", got `" + receiveMaximum + "`");
        }
        if (sessionExpirySeconds < 60 || sessionExpirySeconds > LONGEST_EXPIRY) {
            throw new IllegalArgumentException("`session.expiry.seconds` must be from 60 to " + LONGEST_EXPIRY
                    + ", got `" + sessionExpirySeconds + "`");
        }
    }
}
