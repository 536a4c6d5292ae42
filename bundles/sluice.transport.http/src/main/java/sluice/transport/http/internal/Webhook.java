package sluice.transport.http.internal;

import java.util.Optional;
import sluice.broker.core.model.Reason;
import sluice.broker.core.port.DeviceEntry;
import sluice.broker.core.port.Devices;
import sluice.broker.core.port.Intake;

/** Decides, before its body is read, whether a message may come in. Every no is counted. */
final class Webhook {
    static final String TRANSPORT = "http";

    private final Devices devices;
    private final Intake intake;
    private final RateLimit rate;
    private final int maxBytes;

    Webhook(Devices devices, Intake intake, RateLimit rate, int maxBytes) {
        this.devices = devices;
        this.intake = intake;
        this.rate = rate;
        this.maxBytes = maxBytes;
    }

    /** Why a message may not come in; empty if it may. Who does not know the secret gets no answer that depends on the device. */
    Optional<Answer> refusal(Head head) {
        if (!head.method().equals("POST")) {
            return refused(Reason.UNKNOWN_MESSAGE, Answer.NOT_A_POST);
        }
        Optional<DeviceEntry> device = devices.byAddress(TRANSPORT + ":" + head.device());
        String hash = device.map(DeviceEntry::secretSha256).orElse(Secret.NONE);
        if (!Secret.matches(head.secret(), hash)) {
            return refused(device.isEmpty() ? Reason.UNKNOWN_DEVICE : Reason.WRONG_SECRET, Answer.UNAUTHORISED);
        }
        return refusalOfKnown(head);
    }

    /** Counts a no. */
    void count(Reason reason) {
        intake.refused(TRANSPORT, reason);
    }

    // The rate comes after the secret: nobody else can use up a device's share.
    private Optional<Answer> refusalOfKnown(Head head) {
        long wait = rate.take(head.device());
        if (wait > 0) {
            return refused(Reason.RATE_LIMITED, Answer.rateLimited(wait));
        }
        if (!head.isPlain()) {
            return refused(Reason.MALFORMED, Answer.ENCODED);
        }
        if (head.length() > maxBytes) {
            return refused(Reason.OVERSIZED, Answer.OVERSIZED);
        }
        return Optional.empty();
    }

    private Optional<Answer> refused(Reason reason, Answer answer) {
        count(reason);
        return Optional.of(answer);
    }
}
