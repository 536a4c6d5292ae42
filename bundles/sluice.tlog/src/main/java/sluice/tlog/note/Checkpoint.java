package sluice.tlog.note;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a log says it is at some moment (tlog-checkpoint).
 *
 * @param origin the log's own name in the world
 * @param size its leaves
 * @param root the Merkle tree hash over all of them, 32 bytes
 */
public record Checkpoint(String origin, long size, byte[] root) {
    public Checkpoint {
        root = root.clone();
        if (origin.isEmpty() || size < 0 || root.length != 32) {
            throw new IllegalArgumentException("a checkpoint needs an origin, a size and a hash of 32 bytes");
        }
    }

    /**
     * Reads the text of a note. Lines behind the third are allowed and ignored.
     *
     * @param text of the note
     * @return empty if it is no checkpoint
     */
    public static Optional<Checkpoint> read(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 3
                || lines.stream().anyMatch(String::isEmpty)
                || !lines.get(1).matches("0|[1-9]\\d{0,17}")) {
            return Optional.empty();
        }
        byte[] root = decoded(lines.get(2));
        return root.length == 32
                ? Optional.of(new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), root))
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
     * The text of the note.
     *
     * @return three lines
     */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /**
     * Whether two checkpoints say the same.
     *
     * @param other another
     * @return whether size and root are equal
     */
    public boolean agreesWith(Checkpoint other) {
        return size == other.size && Arrays.equals(root, other.root);
    }
}
