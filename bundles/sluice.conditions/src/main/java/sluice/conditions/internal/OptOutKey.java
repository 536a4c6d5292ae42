package sluice.conditions.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import sluice.broker.core.port.SubjectDigest;
import sluice.yaml.Folders;
import sluice.yaml.Sha256;

/** The key of the register of opt-outs, in a file that only the platform's user may read, and never in the city's folder. */
final class OptOutKey {
    private static final int MARK_DIGITS = 16;

    private final SubjectDigest.Key key;
    private final String mark;

    private OptOutKey(byte[] bytes) {
        this.key = new SubjectDigest.Key(bytes);
        this.mark = Sha256.hex(bytes).substring(0, MARK_DIGITS);
    }

    /**
     * Reads the key, or makes one.
     *
     * @throws IOException if it can not be read or written, or is no key
     */
    static OptOutKey in(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] fresh = new byte[SubjectDigest.KEY_LENGTH];
            new SecureRandom().nextBytes(fresh);
            Folders.replace(file, fresh);
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length != SubjectDigest.KEY_LENGTH) {
            throw new IOException("the key of the opt-outs is damaged");
        }
        return new OptOutKey(bytes);
    }

    SubjectDigest.Key key() {
        return key;
    }

    /** Tells this key from another, and says nothing of it: the first half of a SHA-256's first half, hexadecimal. */
    String mark() {
        return mark;
    }

    String digest(String kind, String name) {
        SubjectDigest digest = key.digest(kind, name);
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(digest.high()) + hex.toHexDigits(digest.low());
    }

    static SubjectDigest parse(String digest) {
        int half = Long.BYTES * 2;
        return new SubjectDigest(
                Long.parseUnsignedLong(digest.substring(0, half), 16),
                Long.parseUnsignedLong(digest.substring(half), 16));
    }
}
