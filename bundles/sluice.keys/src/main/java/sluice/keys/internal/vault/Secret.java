package sluice.keys.internal.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.attribute.PosixFilePermission.OWNER_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import sluice.journal.Disk;

/**
 * The operator's secret: a file with one line, which only its owner can read. It opens the keystore, and is the PIN of a hardware module.
 *
 * @param file where it is
 * @param isHandedIn whether the service manager puts it there, with the mode that it likes; never written to then
 */
public record Secret(Path file, boolean isHandedIn) {
    private static final int SHORTEST = 16;
    private static final int LONGEST = 1_024;
    private static final int RANDOM_BYTES = 32;
    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(OWNER_READ, OWNER_WRITE, OWNER_EXECUTE);

    boolean isThere() {
        return Files.exists(file);
    }

    /** Makes one, for a platform that has none yet. */
    void make(Disk disk) throws IOException {
        if (isHandedIn) {
            throw missing();
        }
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        byte[] line = (Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n").getBytes(US_ASCII);
        disk.createFolder(requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder"));
        disk.replace(file, line);
        Arrays.fill(line, (byte) 0);
    }

    /** The secret; whoever gets it overwrites it. */
    char[] read() throws IOException {
        byte[] bytes = bytes();
        CharBuffer decoded = UTF_8.decode(ByteBuffer.wrap(bytes));
        Arrays.fill(bytes, (byte) 0);
        int length = decoded.length();
        while (length > 0 && decoded.get(length - 1) <= ' ') {
            length--;
        }
        char[] secret = Arrays.copyOf(decoded.array(), length);
        Arrays.fill(decoded.array(), '\0');
        if (length < SHORTEST) {
            throw new VaultException(
                    "keys-secret-wrong", "the operator secret in `" + file + "` has less than 16 characters");
        }
        return secret;
    }

    private byte[] bytes() throws IOException {
        try {
            checkMode();
            if (Files.size(file) > LONGEST) {
                throw new VaultException("keys-secret-wrong", "`" + file + "` is too long for an operator secret");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw missing();
        }
    }

    private VaultException missing() {
        return new VaultException(
                "keys-secret-missing",
                "there is no operator secret at `" + file + "`; put it back, without it nobody can open the keystore");
    }

    private void checkMode() throws IOException {
        boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (isPosix && !isHandedIn && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw new VaultException(
                    "keys-secret-open", "others than its owner can read the operator secret; chmod 600 `" + file + "`");
        }
    }
}
