package sluice.broker.core.flow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.SlotCodec;
import sluice.broker.core.shape.Slots;

/** How an observation is written to the spool: stream, shape, id, values. */
public final class Spooled {
    private Spooled() {}

    static byte[] encode(Delivery delivery, Shape shape) {
        byte[] stream = delivery.stream().getBytes(StandardCharsets.UTF_8);
        byte[] signature = shape.signature().getBytes(StandardCharsets.UTF_8);
        byte[] values = SlotCodec.encode(shape, delivery.values());
        return ByteBuffer.allocate(2 * Short.BYTES + 2 * Long.BYTES + stream.length + signature.length + values.length)
                .putShort((short) stream.length)
                .put(stream)
                .putShort((short) signature.length)
                .put(signature)
                .putLong(delivery.id().high())
                .putLong(delivery.id().low())
                .put(values)
                .array();
    }

    /**
     * The stream that a spooled observation belongs to.
     *
     * @param entry as spooled
     * @return its name
     */
    public static String streamOf(byte[] entry) {
        return text(ByteBuffer.wrap(entry));
    }

    /**
     * Reads a spooled observation.
     *
     * @param entry as spooled
     * @param shape the recipient's shape now
     * @param position where it stands in the spool
     * @return the delivery, or empty if the recipient's shape is another now
     */
    public static Optional<Delivery> decode(byte[] entry, Shape shape, long position) {
        ByteBuffer bytes = ByteBuffer.wrap(entry);
        String stream = text(bytes);
        if (!text(bytes).equals(shape.signature())) {
            return Optional.empty();
        }
        ReadingId id = new ReadingId(bytes.getLong(), bytes.getLong());
        byte[] values = new byte[bytes.remaining()];
        bytes.get(values);
        Slots slots = SlotCodec.decode(shape, values);
        return Optional.of(new Delivery(stream, id, slots, position));
    }

    private static String text(ByteBuffer bytes) {
        byte[] utf8 = new byte[bytes.getShort() & 0xffff];
        bytes.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
