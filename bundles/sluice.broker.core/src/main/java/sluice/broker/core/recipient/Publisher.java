package sluice.broker.core.recipient;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.Instant;
import sluice.broker.core.flow.Channel;
import sluice.broker.core.flow.IdKeys;
import sluice.broker.core.flow.Meter;
import sluice.broker.core.flow.ReadingId;
import sluice.broker.core.flow.Receipt;
import sluice.broker.core.flow.Route;
import sluice.broker.core.flow.SlotReading;
import sluice.broker.core.guest.Platform;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Reason;
import sluice.broker.core.shape.Slots;

/** Puts what an application publishes on the line, like a device's reading, with the label of all that the application was told. */
final class Publisher {
    private final Platform platform;
    private final String name;
    private final IdKeys.PerThread ids;
    private final Instant started;
    private long published;

    Publisher(Platform platform, String name, IdKeys.PerThread ids) {
        this.platform = requireNonNull(platform, "platform is null");
        this.name = requireNonNull(name, "name is null");
        this.ids = requireNonNull(ids, "ids is null");
        this.started = platform.clock().instant();
    }

    void publish(Prepared.Publish publish, Label floor) {
        Channel channel = platform.router().open(new Channel.Origin(name, publish.type(), publish.stream(), floor));
        Meter door = platform.meters().ofDoor();
        channel.route()
                .ifPresentOrElse(
                        route -> publish(publish, channel, route), () -> door.refused(Reason.UNDECLARED_STREAM));
    }

    private void publish(Prepared.Publish publish, Channel channel, Route route) {
        Slots values = route.reader().read(publish.record());
        if (values == null) {
            route.meter().refused(Reason.TYPE_MISMATCH);
            return;
        }
        Instant now = platform.clock().instant();
        byte[] count = ByteBuffer.allocate(Long.BYTES).putLong(published++).array();
        ReadingId id = ids.of(route.stream().label()).of(name, -1, started, count, 0);
        Receipt receipt = new Receipt(outcome -> {});
        platform.flow()
                .flow(
                        new SlotReading(
                                name, id, values, now, false, platform.ticker().getAsLong()),
                        channel,
                        route,
                        receipt);
        receipt.settle();
    }
}
