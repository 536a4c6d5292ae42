package sluice.guard.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** One jar as it was when it was first looked at. */
final class Content {
    private static final int CHUNK = 64 * 1024;
    private static final MessageDigest SHA_256 = sha256();

    private final Path file;
    private final String digest;
    private volatile Stamp seen;

    private Content(Path file, String digest, Stamp seen) {
        this.file = file;
        this.digest = digest;
        this.seen = seen;
    }

    /**
     * By what a file system tells that a file is another than it was.
     *
     * @param size in bytes
     * @param modified milliseconds since 1970
     * @param key the file system's own name of the file; null if it has none
     */
    private record Stamp(long size, long modified, @Nullable Object key) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new IOException("no file");
            }
            return new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis(), attributes.fileKey());
        }
    }

    /**
     * Reads a jar and digests it.
     *
     * @throws IOException it can not be read, is no file, or changed meanwhile
     */
    static Content read(Path file) throws IOException {
        Stamp before = Stamp.of(file);
        String digest = digestOf(file);
        if (!Stamp.of(file).equals(before)) {
            throw new IOException("changed while it was read");
        }
        return new Content(file, digest, before);
    }

    /** Where it lies. */
    Path file() {
        return file;
    }

    /** SHA-256, lower-case hexadecimal. */
    String digest() {
        return digest;
    }

    /**
     * Whether another content lies there now: a {@code reference:file:} bundle's jar can be replaced under it. A jar that is gone did not change,
     * nor did one that was copied there once more.
     */
    boolean changed() {
        try {
            Stamp now = Stamp.of(file);
            if (now.equals(seen)) {
                return false;
            }
            boolean other = !digestOf(file).equals(digest);
            if (!other) {
                seen = now;
            }
            return other;
        } catch (IOException e) {
            return Files.exists(file);
        }
    }

    private static String digestOf(Path file) throws IOException {
        MessageDigest digest = copyOfSha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                digest.update(chunk, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Copied, because a look-up would ask the security providers, and one of those may be a bundle's whose class is just being judged. */
    private static MessageDigest copyOfSha256() {
        try {
            return (MessageDigest) SHA_256.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be copied", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
