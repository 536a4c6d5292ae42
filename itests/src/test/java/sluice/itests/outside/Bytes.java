package sluice.itests.outside;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** Changes a file as somebody would who hopes that nobody notices. */
final class Bytes {
    private Bytes() {}

    /** Changes one bit of the byte there; twice is as before. */
    static void flip(Path path, long offset) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(offset);
            int value = file.read();
            file.seek(offset);
            file.write(value ^ 1);
        }
    }
}
