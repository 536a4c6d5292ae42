package sluice.itests.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sluice.itests.outside.TrustList;

/** Digests of files. */
final class Digests {
    private Digests() {}

    /** SHA-256, lower-case hexadecimal. */
    static String of(Path file) {
        try {
            return TrustList.sha256(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
