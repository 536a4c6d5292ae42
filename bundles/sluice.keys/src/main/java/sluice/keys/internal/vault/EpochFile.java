package sluice.keys.internal.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import sluice.journal.Disk;

/**
 * The epoch keys at rest, sealed under the wrap key of one generation: {@code "SLUICEE1"} generation(8) sealed contents. Replaced as a whole;
 * the blocks that it leaves behind are sealed under the same wrap key, or one that is gone.
 */
final class EpochFile {
    static final String FILE = "epochs";

    /** There is no such file. */
    static final long NONE = 0;

    private static final byte[] MAGIC = "SLUICEE1".getBytes(US_ASCII);
    private static final int START = MAGIC.length + Long.BYTES;

    private final Path file;
    private final Disk disk;
    private final Gcm gcm = new Gcm(null);

    EpochFile(Path folder, Disk disk) {
        this.file = folder.resolve(FILE);
        this.disk = disk;
    }

    /** Under which generation it is sealed, or {@link #NONE}. */
    long generation() throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        if (bytes.remaining() < START + Gcm.NONCE + Gcm.TAG) {
            throw damaged("it is too short");
        }
        byte[] magic = new byte[MAGIC.length];
        bytes.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw damaged("it begins with something else");
        }
        return bytes.getLong();
    }

    Contents read(WrapKey key) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            byte[] plain = gcm.open(key.key(), key.context(), Arrays.copyOfRange(bytes, START, bytes.length));
            Contents contents = ContentsReader.read(plain);
            Arrays.fill(plain, (byte) 0);
            return contents;
        } catch (GeneralSecurityException e) {
            throw damaged("its seal is broken");
        }
    }

    private static VaultException damaged(String how) {
        return new VaultException(
                "keys-damaged",
                "file `epochs` is damaged: " + how + "; remove it to give up its keys and begin with new ones");
    }

    /** On disk when this returns. */
    void write(WrapKey key, Contents contents) throws IOException {
        byte[] plain = ContentsWriter.bytes(contents);
        try {
            byte[] sealed = gcm.seal(key.key(), key.context(), plain);
            disk.replace(
                    file,
                    ByteBuffer.allocate(START + sealed.length)
                            .put(MAGIC)
                            .putLong(key.generation())
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IOException("can not seal: " + e.getMessage());
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }
}
