package sluice.tlog.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text and the signatures under it. Signatures of keys that nobody here knows are kept as they are: a witness's, for one.
 *
 * @param text ends with a line break
 * @param signatures at least one, in their order
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int LONGEST = 1 << 20;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("the text of a note ends with a line break");
        }
    }

    /**
     * Reads a note.
     *
     * @param bytes the file
     * @return empty if it is none
     */
    public static Optional<SignedNote> read(byte[] bytes) {
        Optional<String> whole = bytes.length > LONGEST ? Optional.empty() : text(bytes);
        return whole.filter(SignedNote::isPlain).flatMap(SignedNote::parse);
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(String whole) {
        return whole.endsWith("\n") && whole.chars().noneMatch(c -> c < ' ' && c != '\n');
    }

    private static Optional<SignedNote> parse(String whole) {
        int gap = whole.lastIndexOf("\n\n");
        if (gap < 0) {
            return Optional.empty();
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : whole.substring(gap + 2).lines().toList()) {
            Optional<NoteSignature> signature = NoteSignature.read(line);
            if (signature.isEmpty()) {
                return Optional.empty();
            }
            signatures.add(signature.get());
        }
        return signatures.isEmpty()
                ? Optional.empty()
                : Optional.of(new SignedNote(whole.substring(0, gap + 1), signatures));
    }

    /**
     * The note with one more signature.
     *
     * @param signature added last
     * @return a copy
     */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /**
     * The note as a file.
     *
     * @return UTF-8
     */
    public byte[] toBytes() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString().getBytes(UTF_8);
    }
}
