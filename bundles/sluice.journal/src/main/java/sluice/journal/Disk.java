package sluice.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** What a journal writes to. A test puts a failing one in its place. */
public interface Disk {
    /**
     * The disk of this machine. Files are readable and writable by their owner only, where the file system knows owners.
     *
     * @return the one of {@code java.nio.file}
     */
    static Disk ofThisMachine() {
        return new FileDisk();
    }

    /**
     * Creates a folder and those above it; does nothing if it is there.
     *
     * @param folder the folder
     * @throws IOException if it can not
     */
    void createFolder(Path folder) throws IOException;

    /**
     * Creates a file that starts with some bytes and is zero up to its end, all of it on disk when this returns. It appears as a whole or
     * not at all.
     *
     * @param file the file; replaced if it exists
     * @param start its first bytes
     * @param length its length in bytes, at least as many as {@code start} has
     * @throws IOException if the disk is full, for one
     */
    void preallocate(Path file, byte[] start, long length) throws IOException;

    /**
     * Opens a file to write to.
     *
     * @param file must exist
     * @return the open file
     * @throws IOException if it can not
     */
    OpenFile open(Path file) throws IOException;

    /**
     * Replaces a small file as a whole, on disk when this returns.
     *
     * @param file the file; created if missing
     * @param bytes all that is in it
     * @throws IOException if it can not; the old file is then still there
     */
    default void replace(Path file, byte[] bytes) throws IOException {
        preallocate(file, bytes, bytes.length);
    }

    /**
     * Writes a file, or replaces it as a whole, but lets the system bring it to the disk when it likes: after a loss of power it may be the
     * old one, empty, torn or missing, unless it was {@link #force}d. For what can be made again.
     *
     * @param file the file; created if missing
     * @param bytes all that is in it
     * @throws IOException if it can not; the old file is then still there
     */
    default void put(Path file, byte[] bytes) throws IOException {
        replace(file, bytes);
    }

    /**
     * Makes sure that a file, or the names in a folder, survive a loss of power.
     *
     * @param path file or folder, must exist
     * @throws IOException if that is not certain
     */
    default void force(Path path) throws IOException {}

    /** A file open for writing. Used by one thread. */
    interface OpenFile extends Closeable {
        /**
         * Writes all bytes.
         *
         * @param offset where in the file
         * @param bytes from position to limit
         * @throws IOException if not all could be written
         */
        void write(long offset, ByteBuffer bytes) throws IOException;

        /**
         * Makes sure that what was written survives a loss of power.
         *
         * @throws IOException if that is not certain; nothing written since the last success may be relied on
         */
        void force() throws IOException;
    }
}
