package sluice.store.internal.keys;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import sluice.journal.Disk;

/**
 * Replaces and deletes files so that what was in them is overwritten. On a disk that writes elsewhere than it is told (flash, copy on
 * write) old blocks may live on: therefore the keys are wrapped besides with a key that is overwritten likewise.
 */
record Erasing(Disk disk) {
    void replace(Path file, byte[] bytes) throws IOException {
        try (Old old = Old.of(file)) {
            disk.replace(file, bytes);
            old.overwrite();
        }
    }

    void delete(Path file) throws IOException {
        try (Old old = Old.of(file)) {
            old.overwrite();
        }
        Files.deleteIfExists(file);
    }

    /** What a file was before; held open, so that it can be overwritten when the name belongs to another already. */
    private record Old(@Nullable FileChannel channel) implements AutoCloseable {
        static Old of(Path file) throws IOException {
            return new Old(Files.exists(file) ? FileChannel.open(file, WRITE) : null);
        }

        void overwrite() throws IOException {
            if (channel != null) {
                channel.write(ByteBuffer.allocate((int) channel.size()), 0);
                channel.force(true);
            }
        }

        @Override
        public void close() throws IOException {
            if (channel != null) {
                channel.close();
            }
        }
    }
}
