package sluice.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps a folder to one journal: of all processes, and within this one. */
record FolderLock(FileChannel channel) implements Closeable {
    static FolderLock on(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        FileChannel channel = FileChannel.open(file, Set.of(CREATE, WRITE), FileDisk.onlyOwner(file, "rw-------"));
        if (tryLock(channel) == null) {
            channel.close();
            throw new IOException("folder `" + folder + "` is in use by another journal; stop that one first");
        }
        return new FolderLock(channel);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
