package sluice.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A small file of text lines that is replaced as a whole, and ends with a line that holds the CRC-32C of those before it in hexadecimal
 * digits.
 */
public final class CheckedFile {
    private final Path file;
    private final Disk disk;

    /**
     * A file.
     *
     * @param file where
     * @param disk writes it
     */
    public CheckedFile(Path file, Disk disk) {
        this.file = file;
        this.disk = disk;
    }

    /**
     * Writes the file anew.
     *
     * @param lines its lines; none may hold a line break
     * @throws IOException if it can not; the old file is then still there
     */
    public void replace(List<String> lines) throws IOException {
        String body = String.join("\n", lines) + "\n";
        disk.replace(file, (body + checksum(body) + "\n").getBytes(UTF_8));
    }

    /**
     * Reads the file.
     *
     * @return its lines, or empty if there is no such file
     * @throws IOException if it can not be read, or its checksum does not match
     */
    public Optional<List<String>> read() throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        String text = new String(Files.readAllBytes(file), UTF_8);
        int end = text.lastIndexOf('\n', text.length() - 2) + 1;
        String body = text.substring(0, end);
        if (!text.substring(end).equals(checksum(body) + "\n")) {
            throw new IOException("the checksum of file `" + file.getFileName() + "` does not match");
        }
        return Optional.of(body.lines().toList());
    }

    private static String checksum(String body) {
        CRC32C crc = new CRC32C();
        crc.update(body.getBytes(UTF_8));
        return "%08x".formatted(crc.getValue());
    }
}
