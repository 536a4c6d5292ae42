package sluice.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A verifier as an outsider would write it from the README alone: no class of ours, no checksum, only the chain. */
final class OutsideVerifier {
    private OutsideVerifier() {}

    /** The text of each entry whose hash follows from the one before. */
    static List<String> texts(Path folder) throws IOException, NoSuchAlgorithmException {
        List<String> texts = new ArrayList<>();
        byte[] previous = new byte[32];
        for (Path file : segments(folder)) {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
            int offset = 36;
            while (offset + 24 <= bytes.limit() && bytes.getInt(offset) != 0) {
                int end = offset + bytes.getInt(offset);
                byte[] hash = Arrays.copyOfRange(bytes.array(), offset + 24, offset + 56);
                byte[] text = Arrays.copyOfRange(bytes.array(), offset + 56, end);
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                sha.update(previous);
                if (!Arrays.equals(sha.digest(text), hash)) {
                    return texts;
                }
                texts.add(new String(text, UTF_8));
                previous = hash;
                offset = end;
            }
        }
        return texts;
    }

    static List<Path> segments(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        }
    }
}
