package sluice.lorawan.internal;

import sluice.broker.core.port.Envelope.NetworkEvent.Kind;

/** What a network server reports of a device. */
enum Event {
    UPLINK(Kind.OTHER), // that is, one without a payload
    JOIN(Kind.JOIN),
    STATUS(Kind.STATUS),
    ACKNOWLEDGEMENT(Kind.ACKNOWLEDGEMENT),
    OTHER(Kind.OTHER);

    private final Kind withoutFrame;

    Event(Kind withoutFrame) {
        this.withoutFrame = withoutFrame;
    }

    /** What the broker is told when no frame is in it. */
    Kind withoutFrame() {
        return withoutFrame;
    }
}
