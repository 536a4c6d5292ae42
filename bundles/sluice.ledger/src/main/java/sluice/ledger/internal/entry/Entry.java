package sluice.ledger.internal.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import sluice.tlog.EntryBundle;

/**
 * An entry as the journal keeps it: the leaf after its length in two bytes, which is how a bundle of entries holds it too, and behind it
 * the opening.
 *
 * @param payload the bytes, not to be changed
 */
public record Entry(byte[] payload) {
    private static final int LENGTH = 2;

    /**
     * An entry.
     *
     * @param leaf what everybody may read, for good
     * @param opening what the leaf commits to; empty if to nothing
     * @throws IllegalArgumentException if the leaf is longer than a bundle can hold
     */
    public static Entry of(byte[] leaf, byte[] opening) {
        if (leaf.length > EntryBundle.LONGEST) {
            throw new IllegalArgumentException(
                    "an entry of " + leaf.length + " bytes is longer than " + EntryBundle.LONGEST);
        }
        byte[] payload = new byte[LENGTH + leaf.length + opening.length];
        payload[0] = (byte) (leaf.length >>> 8);
        payload[1] = (byte) leaf.length;
        System.arraycopy(leaf, 0, payload, LENGTH, leaf.length);
        System.arraycopy(opening, 0, payload, LENGTH + leaf.length, opening.length);
        return new Entry(payload);
    }

    /** Whether the payload holds a whole leaf. */
    public boolean isWhole() {
        return payload.length >= LENGTH && payload.length >= bundled();
    }

    /** Where in the payload the leaf starts. */
    public int leafStart() {
        return LENGTH;
    }

    /** Length of the leaf, in bytes. */
    public int leafLength() {
        return (payload[0] & 0xff) << 8 | payload[1] & 0xff;
    }

    /** How many bytes of the payload belong into a bundle. */
    public int bundled() {
        return LENGTH + leafLength();
    }

    /** The leaf's text. */
    public String leafText() {
        return new String(payload, LENGTH, leafLength(), UTF_8);
    }

    /** How the leaf of a kind starts. */
    static byte[] startOf(String kind) {
        return ("{\"kind\":\"" + kind + "\"").getBytes(UTF_8);
    }

    /** Whether the leaf starts so. */
    boolean startsWith(byte[] start) {
        return leafLength() >= start.length
                && Arrays.equals(payload, LENGTH, LENGTH + start.length, start, 0, start.length);
    }

    /** The opening's text; empty if there is none. */
    public String openingText() {
        return new String(payload, bundled(), payload.length - bundled(), UTF_8);
    }
}
