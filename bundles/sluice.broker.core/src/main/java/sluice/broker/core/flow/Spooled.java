package sluice.broker.core.flow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;
import sluice.broker.core.shape.Shape;
import sluice.broker.core.shape.SlotCodec;

/** How an observation is written to the spool: stream, terms, id, values. */
public final class Spooled {
    private Spooled() {}

    static byte[] encode(Delivery delivery, Shape shape) {
        byte[] stream = delivery.stream().getBytes(UTF_8);
        byte[] terms = delivery.terms().text().getBytes(UTF_8);
        byte[] values = SlotCodec.encode(shape, delivery.values());
        return ByteBuffer.allocate(2 * Short.BYTES + 2 * Long.BYTES + stream.length + terms.length + values.length)
                .putShort((short) stream.length)
                .put(stream)
                .putShort((short) terms.length)
                .put(terms)
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
     * @param terms the terms in force
     * @param shape the recipient's shape
     * @param position where it stands in the spool
     * @return the delivery, or empty if it was released under other terms
     */
    public static Optional<Delivery> decode(byte[] entry, Terms terms, Shape shape, long position) {
        ByteBuffer bytes = ByteBuffer.wrap(entry);
        String stream = text(bytes);
        if (!text(bytes).equals(terms.text()) || !stream.equals(terms.flow().stream())) {
            return Optional.empty();
        }
        ReadingId id = new ReadingId(bytes.getLong(), bytes.getLong());
        byte[] values = new byte[bytes.remaining()];
        bytes.get(values);
        return Optional.of(new Delivery(terms, id, SlotCodec.decode(shape, values), position));
    }

    private static String text(ByteBuffer bytes) {
        byte[] utf8 = new byte[bytes.getShort() & 0xffff];
        bytes.get(utf8);
        return new String(utf8, UTF_8);
    }
}
