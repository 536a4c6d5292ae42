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

/** Keeps a folder to one owner: of all processes, and within this one. */
public final class FolderLock implements Closeable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a folder, by a file {@code lock} in it. A process that ends, however it ends, lets go.
     *
     * @param folder must exist
     * @return the lock
     * @throws IOException if the folder has an owner already, or can not be written
     */
    public static FolderLock on(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        FileChannel channel = FileChannel.open(file, Set.of(CREATE, WRITE), FileDisk.onlyOwner(file, "rw-------"));
        if (tryLock(channel) == null) {
            channel.close();
            throw new IOException("folder `" + folder + "` is in use by another process; stop that one first");
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
