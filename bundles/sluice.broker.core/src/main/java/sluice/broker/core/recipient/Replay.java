package sluice.broker.core.recipient;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import sluice.broker.core.shape.Shape;

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
        return released(terms.flow().stream())
                .filter(released -> released.terms.equals(terms))
                .isPresent();
    }

    /** How a stream would be released now. */
    private record Released(Terms terms, Shape shape) {}

    /** Empty if it would not be. */
    private Optional<Released> released(String stream) {
        List<Shape> alternatives = application.shapesOf(stream);
        if (alternatives.isEmpty()) {
            return Optional.empty();
        }
        FlowKey flow = new FlowKey(stream, subscriber.purpose(), recipient.name());
        Ruling ruling = platform.router().decide(new Request(flow, Label.NONPERSONAL, Set.of(), alternatives));
        return ruling instanceof Ruling.Permitted permitted
                ? Optional.of(new Released(Terms.of(flow, permitted, permitted.observation()), permitted.observation()))
                : Optional.empty();
    }

    private void bringBack(long position, byte[] entry) {
        String stream = Spooled.streamOf(entry);
        Optional<Delivery> delivery =
                released(stream).flatMap(released -> Spooled.decode(entry, released.terms, released.shape, position));
        delivery.ifPresentOrElse(recipient.queue()::offer, () -> withdraw(stream, position));
    }

    private void withdraw(String stream, long position) {
        platform.meters()
                .of(new FlowKey(stream, subscriber.purpose(), recipient.name()))
                .refused(Reason.WITHDRAWN);
        platform.spool().consumed(recipient.name(), position);
    }
}
