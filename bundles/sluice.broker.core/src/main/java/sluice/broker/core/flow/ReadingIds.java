package sluice.broker.core.flow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes reading ids, and from them ids that only one recipient knows: HMAC-SHA-256 (RFC 2104), the first 128 bits. Each field is preceded by
 * its length, so that no two readings run into one text. Belongs to one thread.
 */
public final class ReadingIds {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    /**
     * Ids under a key.
     *
     * @param key 32 bytes; not kept
     */
    public ReadingIds(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The id of a reading: the same for the same message of the same device, however often it comes.
     *
     * @param device the device's id
     * @param sequence the device's number, or -1
     * @param observedAt when it was observed
     * @param payload the message it stood in
     * @param index which reading of that message, from 0
     * @return its id
     */
    public ReadingId of(String device, long sequence, Instant observedAt, byte[] payload, int index) {
        update(device.getBytes(StandardCharsets.UTF_8));
        ByteBuffer numbers = ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(sequence)
                .putLong(observedAt.getEpochSecond())
                .putInt(observedAt.getNano())
                .putInt(index);
        update(numbers.array());
        update(payload);
        return finish();
    }

    /**
     * The id under which one recipient knows a reading.
     *
     * @param reading the reading's id
     * @param recipient symbolic name of the recipient's bundle
     * @return an id that no other recipient is given
     */
    public ReadingId forRecipient(ReadingId reading, String recipient) {
        update(recipient.getBytes(StandardCharsets.UTF_8));
        update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(reading.high())
                .putLong(reading.low())
                .array());
        return finish();
    }

    private void update(byte[] field) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
        mac.update(field);
    }

    private ReadingId finish() {
        ByteBuffer digest = ByteBuffer.wrap(mac.doFinal());
        return new ReadingId(digest.getLong(), digest.getLong());
    }
}
