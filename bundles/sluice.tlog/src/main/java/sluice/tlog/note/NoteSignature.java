package sluice.tlog.note;

import java.util.Base64;
import java.util.Optional;

/**
 * One signature line of a note.
 *
 * @param name of the key
 * @param keyId first four bytes of a hash over name, kind and key; tells keys of one name apart
 * @param bytes what the key's algorithm made; never changed
 */
public record NoteSignature(String name, int keyId, byte[] bytes) {
    private static final String DASH = "\u2014 ";

    public NoteSignature {
        bytes = bytes.clone();
    }

    /**
     * Reads a line.
     *
     * @param line without its end
     * @return empty if it is none
     */
    static Optional<NoteSignature> read(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(DASH) || space <= DASH.length()) {
            return Optional.empty();
        }
        String name = line.substring(DASH.length(), space);
        byte[] blob = decoded(line.substring(space + 1));
        return blob.length > 4 && KeyId.isName(name)
                ? Optional.of(new NoteSignature(name, KeyId.first(blob), KeyId.behindFirst(blob)))
                : Optional.empty();
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /**
     * The line.
     *
     * @return without its end
     */
    String line() {
        return DASH + name + " " + Base64.getEncoder().encodeToString(KeyId.before(keyId, bytes));
    }
}
