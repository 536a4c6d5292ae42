package sluice.yaml;

import java.io.Reader;

/**
 * Hands a text out in pieces that never end within a character of two units. The parser reads its input into a buffer, and fails where the
 * buffer ends between two halves: any file with such a character at the wrong place would stop it.
 */
final class WholeCharacters extends Reader {
    private final String text;
    private int at;

    WholeCharacters(String text) {
        this.text = text;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        if (at == text.length()) {
            return -1;
        }
        int end = Math.min(text.length(), at + length);
        if (end < text.length() && end - at > 1 && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        text.getChars(at, end, buffer, offset);
        int count = end - at;
        at = end;
        return count;
    }

    @Override
    public void close() {
        // nothing is open
    }

    /** Whether a text has half of a character, which no file can hold but an escape can write. */
    static boolean hasHalf(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(unit, text.charAt(i + 1));
                if (!isPair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
