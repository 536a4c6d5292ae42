package sluice.journal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The disk as {@code java.nio.file} shows it. */
final class FileDisk implements Disk {
    private static final int CHUNK = 1 << 16;

    @Override
    public void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder, onlyOwner(folder, "rwx------"));
    }

    @Override
    public void preallocate(Path file, byte[] start, long length) throws IOException {
        make(file, start, length, true);
        forceFolderOf(file);
    }

    @Override
    public void put(Path file, byte[] bytes) throws IOException {
        try {
            fill(file, bytes, bytes.length, false);
        } catch (FileAlreadyExistsException e) {
            make(file, bytes, bytes.length, false);
        }
    }

    private static void make(Path file, byte[] start, long length, boolean isForced) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        try {
            fill(unfinished, start, length, isForced);
            Files.move(unfinished, file, ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
    }

    private static void fill(Path file, byte[] start, long length, boolean isForced) throws IOException {
        try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), onlyOwner(file, "rw-------"))) {
            writeAll(channel, 0, ByteBuffer.wrap(start));
            for (long at = start.length; at < length; at += CHUNK) {
                writeAll(channel, at, ByteBuffer.allocate((int) Math.min(CHUNK, length - at)));
            }
            if (isForced) {
                channel.force(true);
            }
        }
    }

    @Override
    public void force(Path path) throws IOException {
        if (isPosix(path) || !Files.isDirectory(path)) {
            try (FileChannel channel = FileChannel.open(path, READ)) {
                channel.force(true);
            }
        }
    }

    // A new name is safe only once its folder is; where folders can not be opened (not on Linux) the file system sees
    // to it.
    private static void forceFolderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public OpenFile open(Path file) throws IOException {
        return new OpenChannel(FileChannel.open(file, WRITE));
    }

    private static void writeAll(FileChannel channel, long offset, ByteBuffer bytes) throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    static FileAttribute<?>[] onlyOwner(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private record OpenChannel(FileChannel channel) implements OpenFile {
        @Override
        public void write(long offset, ByteBuffer bytes) throws IOException {
            writeAll(channel, offset, bytes);
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
