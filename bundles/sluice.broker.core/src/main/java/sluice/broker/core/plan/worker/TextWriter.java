package sluice.broker.core.plan.worker;

import java.nio.charset.StandardCharsets;

/** Writes 96 bits as 16 characters of base64url (RFC 4648, section 5): letters, digits, hyphen and underscore. For one thread. */
final class TextWriter {
    private static final int BYTES = 12;
    private static final int SIX_BITS = 0x3f;
    private static final byte[] ALPHABET =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".getBytes(StandardCharsets.US_ASCII);

    private final byte[] characters = new byte[BYTES / 3 * 4];

    String of(byte[] bytes) {
        int to = 0;
        for (int from = 0; from < BYTES; from += 3) {
            int three = (bytes[from] & 0xff) << 16 | (bytes[from + 1] & 0xff) << 8 | bytes[from + 2] & 0xff;
            characters[to++] = ALPHABET[three >> 18];
            characters[to++] = ALPHABET[three >> 12 & SIX_BITS];
            characters[to++] = ALPHABET[three >> 6 & SIX_BITS];
            characters[to++] = ALPHABET[three & SIX_BITS];
        }
        return new String(characters, StandardCharsets.ISO_8859_1);
    }
}
