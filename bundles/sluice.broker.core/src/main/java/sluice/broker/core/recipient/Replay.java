package sluice.broker.core.recipient;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import sluice.broker.core.flow.Delivery;
import sluice.broker.core.flow.Spooled;
import sluice.broker.core.flow.Subscriber;
import sluice.broker.core.flow.Terms;
import sluice.broker.core.guest.Platform;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Reason;
import sluice.broker.core.plan.Request;
import sluice.broker.core.plan.Ruling;
import sluice.broker.core.port.FlowKey;

/**
 * Brings back what waited for an application while it, or the platform, was away. What the rules do not permit any more, or what does not fit
 * the application's record any more, is withdrawn and counted.
 */
final class Replay {
    private final Platform platform;
    private final Recipient recipient;
    private final Subscriber subscriber;
    private final HostedApplication application;

    Replay(Platform platform, Recipient recipient, Subscriber subscriber, HostedApplication application) {
        this.platform = requireNonNull(platform, "platform is null");
        this.recipient = requireNonNull(recipient, "recipient is null");
        this.subscriber = requireNonNull(subscriber, "subscriber is null");
        this.application = requireNonNull(application, "application is null");
    }

    void run() {
        recipient.queue().expel(delivery -> !isInForce(delivery.terms()), Reason.WITHDRAWN);
        if (recipient.isFirstReplay()) {
            platform.spool().replay(recipient.name(), this::bringBack);
        }
    }

    private boolean isInForce(Terms terms) {
        return terms(terms.flow().stream()).filter(terms::equals).isPresent();
    }

    /** The terms under which a stream would be released now; empty if it would not. */
    private Optional<Terms> terms(String stream) {
        FlowKey flow = new FlowKey(stream, subscriber.purpose(), recipient.name());
        return application.shapeOf(stream).flatMap(shape -> {
            Ruling ruling = platform.router().decide(new Request(flow, Label.NONPERSONAL, shape));
            return ruling instanceof Ruling.Permitted ? Optional.of(Terms.of(flow, ruling, shape)) : Optional.empty();
        });
    }

    private void bringBack(long position, byte[] entry) {
        String stream = Spooled.streamOf(entry);
        Optional<Delivery> delivery = application
                .shapeOf(stream)
                .flatMap(shape -> terms(stream).flatMap(terms -> Spooled.decode(entry, terms, shape, position)));
        delivery.ifPresentOrElse(recipient.queue()::offer, () -> withdraw(stream, position));
    }

    private void withdraw(String stream, long position) {
        platform.meters()
                .of(new FlowKey(stream, subscriber.purpose(), recipient.name()))
                .refused(Reason.WITHDRAWN);
        platform.spool().consumed(recipient.name(), position);
    }
}
