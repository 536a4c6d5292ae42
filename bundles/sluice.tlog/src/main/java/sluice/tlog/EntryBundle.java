package sluice.tlog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file of up to 256 entries, each after its length in two bytes, big-endian (tlog-tiles, "Log entries"). */
public final class EntryBundle {
    /** Longest entry, in bytes. */
    public static final int LONGEST = 65_535;

    private EntryBundle() {}

    /**
     * Writes entries.
     *
     * @param entries each at most {@link #LONGEST} bytes
     * @return the file
     */
    public static byte[] encode(List<byte[]> entries) {
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > LONGEST) {
                throw new IllegalArgumentException("an entry of " + entry.length + " bytes is longer than " + LONGEST);
            }
            bundle.write(entry.length >>> 8);
            bundle.write(entry.length);
            bundle.writeBytes(entry);
        }
        return bundle.toByteArray();
    }

    /**
     * Reads entries.
     *
     * @param bundle the file
     * @return those that are there as a whole; fewer than were written if the end is missing
     */
    public static List<byte[]> decode(byte[] bundle) {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at + 2 <= bundle.length) {
            int end = at + 2 + ((bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff);
            if (end > bundle.length) {
                break;
            }
            entries.add(Arrays.copyOfRange(bundle, at + 2, end));
            at = end;
        }
        return entries;
    }
}
