package sluice.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What is sealed of a record: everything that its owner chose, the key too.
 *
 * @param key as it was put
 * @param kind what the content is
 * @param since when it was put, milliseconds since 1970
 * @param until kept at least so long; milliseconds since 1970
 * @param bytes the content
 */
record Content(String key, String kind, long since, long until, byte[] bytes) {
    byte[] write() {
        byte[] keyText = key.getBytes(UTF_8);
        byte[] kindText = kind.getBytes(UTF_8);
        return ByteBuffer.allocate(2 * Integer.BYTES + 2 * Long.BYTES + keyText.length + kindText.length + bytes.length)
                .putInt(keyText.length)
                .put(keyText)
                .putInt(kindText.length)
                .put(kindText)
                .putLong(since)
                .putLong(until)
                .put(bytes)
                .array();
    }

    /** Empty if it is none. */
    static Optional<Content> read(byte[] text) {
        try {
            ByteBuffer in = ByteBuffer.wrap(text);
            String key = text(in);
            String kind = text(in);
            long since = in.getLong();
            long until = in.getLong();
            byte[] bytes = new byte[in.remaining()];
            in.get(bytes);
            return Optional.of(new Content(key, kind, since, until, bytes));
        } catch (BufferUnderflowException | NegativeArraySizeException none) {
            return Optional.empty();
        }
    }

    private static String text(ByteBuffer in) {
        byte[] text = new byte[Math.min(in.getInt(), in.remaining())];
        in.get(text);
        return new String(text, UTF_8);
    }
}
