package sluice.ledger.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A checkpoint whose signature is the log's.
 *
 * @param size leaves
 * @param root 32 bytes
 * @param cosigners a line for each witness that we know and that signed it
 */
record Head(long size, byte[] root, List<String> cosigners) {
    /**
     * Reads and verifies a checkpoint.
     *
     * @param key the log's; its name must be the origin
     * @param witnesses others whose signatures are looked for
     * @throws Refuted if it is not signed by the log, or wrongly by somebody we know
     */
    static Head read(Path file, Key key, List<Key> witnesses) throws IOException, Refuted {
        String note = Files.readString(file, UTF_8);
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0) {
            throw new Refuted("`" + file + "` is no signed note");
        }
        String text = note.substring(0, gap + 1);
        List<String> signatures = note.substring(gap + 2).lines().toList();
        if (!isSigned(text, signatures, key)) {
            throw new Refuted("`" + file + "` is not signed by `" + key.name() + "`");
        }
        List<String> cosigners = new ArrayList<>();
        for (Key witness : witnesses) {
            cosigners.add(witness.name() + (isSigned(text, signatures, witness) ? ": cosigned" : ": NOT cosigned"));
        }
        return parsed(text, file, key, cosigners);
    }

    private static boolean isSigned(String text, List<String> lines, Key key) throws Refuted {
        boolean isSigned = false;
        for (String line : lines) {
            byte[] blob = blob(line, key);
            if (blob.length > 4 && Arrays.equals(blob, 0, 4, key.id(), 0, 4)) {
                if (!key.signed(text, Arrays.copyOfRange(blob, 4, blob.length))) {
                    throw new Refuted("a signature of `" + key.name() + "` is wrong");
                }
                isSigned = true;
            }
        }
        return isSigned;
    }

    /** What a line holds if it names the key. */
    private static byte[] blob(String line, Key key) throws Refuted {
        String start = "\u2014 " + key.name() + " ";
        try {
            return line.startsWith(start) ? Base64.getDecoder().decode(line.substring(start.length())) : new byte[0];
        } catch (IllegalArgumentException e) {
            throw new Refuted("a signature of `" + key.name() + "` can not be read");
        }
    }

    private static Head parsed(String text, Path file, Key key, List<String> cosigners) throws Refuted {
        String[] lines = text.split("\n");
        if (lines.length < 3 || !lines[0].equals(key.name()) || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new Refuted("`" + file + "` is no checkpoint of `" + key.name() + "`");
        }
        try {
            byte[] root = Base64.getDecoder().decode(lines[2]);
            return new Head(Long.parseLong(lines[1]), root, List.copyOf(cosigners));
        } catch (IllegalArgumentException e) {
            throw new Refuted("`" + file + "` has no root hash");
        }
    }
}
