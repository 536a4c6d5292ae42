package sluice.broker.core.recipient;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.Instant;
import sluice.broker.core.flow.Channel;
import sluice.broker.core.flow.IdKeys;
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
    private final Recipient publisher;
    private final String name;
    private final IdKeys.PerThread ids;
    private final Instant started;
    private long published;

    /**
     * A publisher.
     *
     * @param platform where to
     * @param publisher in whose name, and with the label and the lineage of all that it was ever told
     * @param ids makes the ids of its readings
     */
    Publisher(Platform platform, Recipient publisher, IdKeys.PerThread ids) {
        this.platform = requireNonNull(platform, "platform is null");
        this.publisher = requireNonNull(publisher, "publisher is null");
        this.name = publisher.name();
        this.ids = requireNonNull(ids, "ids is null");
        this.started = platform.clock().instant();
    }

    /** Takes the values out of a record; runs foreign code where a list is of a foreign class. */
    Prepared.Publish read(Record record, String stream) {
        Instant now = platform.clock().instant();
        Label floor = platform.router().floor(name, stream, publisher.told(), now);
        Channel channel =
                platform.router().open(new Channel.Origin(name, record.getClass(), stream, floor, publisher.streams()));
        Route route = channel.inForce();
        return new Prepared.Publish(
                channel, route, route == null ? null : route.reader().read(record));
    }

    void publish(Prepared.Publish publish) {
        Route route = publish.route();
        Slots values = publish.values();
        if (route == null) {
            platform.meters().ofDoor().refused(Reason.UNDECLARED_STREAM);
        } else if (values == null) {
            route.meter().refused(Reason.TYPE_MISMATCH);
        } else {
            publish(values, publish.channel(), route);
        }
    }

    private void publish(Slots values, Channel channel, Route route) {
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
