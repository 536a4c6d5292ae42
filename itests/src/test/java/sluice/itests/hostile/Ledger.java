package sluice.itests.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sluice.itests.outside.Instance;

/** The ledger as its files hold it. */
final class Ledger {
    private Ledger() {}

    static boolean has(Instance instance, String event) {
        try {
            for (Path segment : instance.files("data/sluice/ledger/journal")) {
                if (Files.readString(segment, ISO_8859_1).contains("\"" + event + "\"")) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
