package sluice.guard.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One jar as it was when it was first looked at.
 *
 * @param file where it lies
 * @param digest SHA-256, lower-case hexadecimal
 * @param size in bytes
 * @param modified milliseconds since 1970
 * @param fileKey the file system's own name of the file; null if it has none
 */
record Content(
        Path file,
        String digest,
        long size,
        long modified,
        @Nullable Object fileKey) {
    private static final int CHUNK = 64 * 1024;
    private static final MessageDigest SHA_256 = sha256();

    /**
     * Reads a jar and digests it.
     *
     * @throws IOException it can not be read, is no file, or changed meanwhile
     */
    static Content read(Path file) throws IOException {
        BasicFileAttributes before = Files.readAttributes(file, BasicFileAttributes.class);
        if (!before.isRegularFile()) {
            throw new IOException("no file");
        }
        Content content = of(file, digest(file), before);
        if (content.changed()) {
            throw new IOException("changed while it was read");
        }
        return content;
    }

    private static Content of(Path file, String digest, BasicFileAttributes attributes) {
        return new Content(
                file, digest, attributes.size(), attributes.lastModifiedTime().toMillis(), attributes.fileKey());
    }

    /** Whether another content lies there now: a {@code reference:file:} bundle's jar can be replaced under it. A jar that is gone did not change. */
    boolean changed() {
        try {
            Content now = of(file, digest, Files.readAttributes(file, BasicFileAttributes.class));
            return now.size != size || now.modified != modified || !Objects.equals(now.fileKey, fileKey);
        } catch (IOException e) {
            return false;
        }
    }

    private static String digest(Path file) throws IOException {
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
