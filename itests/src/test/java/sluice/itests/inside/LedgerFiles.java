package sluice.itests.inside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The ledger as it lies on the disk, for a test that plays somebody who would rather it said something else. */
final class LedgerFiles {
    private final Path folder = Path.of(System.getProperty("karaf.data"), "sluice", "ledger", "journal");

    boolean contain(String text) {
        return files().stream().anyMatch(file -> read(file).contains(text));
    }

    /** Changes the first byte of a text, in place. */
    Change changeOneByteOf(String text) throws IOException {
        Path file = files().stream()
                .filter(candidate -> read(candidate).contains(text))
                .findFirst()
                .orElseThrow();
        Change change = new Change(file, read(file).indexOf(text), text.charAt(0));
        write(file, change.at, change.before ^ 1);
        return change;
    }

    /** What was changed, and where. */
    record Change(Path file, int at, int before) {
        void undo() throws IOException {
            write(file, at, before);
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, int at, int value) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            bytes.write(value);
        }
    }
}
