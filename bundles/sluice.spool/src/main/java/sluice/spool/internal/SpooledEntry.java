package sluice.spool.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * What stands in the journal: {@code length of the name (1 byte), recipient's name in UTF-8, the encoded observation}.
 *
 * @param recipient symbolic name of the application's bundle
 * @param entry the encoded observation
 */
record SpooledEntry(String recipient, byte[] entry) {
    private static final int LONGEST_NAME = 255;

    SpooledEntry {
        if (recipient.isEmpty() || recipient.chars().anyMatch(c -> c < ' ') || utf8(recipient).length > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a recipient's name is 1 to 255 bytes of text without control characters");
        }
    }

    byte[] toBytes() {
        byte[] name = utf8(recipient);
        return ByteBuffer.allocate(1 + name.length + entry.length)
                .put((byte) name.length)
                .put(name)
                .put(entry)
                .array();
    }

    static SpooledEntry of(byte[] payload) {
        ByteBuffer bytes = ByteBuffer.wrap(payload);
        byte[] name = new byte[bytes.get() & 0xff];
        byte[] entry = new byte[bytes.remaining() - name.length];
        bytes.get(name).get(entry);
        return new SpooledEntry(new String(name, UTF_8), entry);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
