package sluice.keys.internal.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import sluice.journal.FolderLock;

/**
 * Epoch keys at rest: master key, under it the wrap key, under that the epoch keys. To destroy one epoch key the wrap key is exchanged and
 * overwritten, and what lives on is sealed anew: every older copy of the sealed keys is then noise, wherever it lies. Used by one thread at a
 * time.
 */
public final class Vault implements Closeable {
    /** Backup programs leave out a folder with this file, if they know the Cache Directory Tagging Specification (bford.info/cachedir). */
    private static final String TAG = "CACHEDIR.TAG";

    private static final String TAG_TEXT = "Signature: 8a477f597d28d172789f06886806bc55\n"
            + "# The wrap key of Sluice's epoch keys. In a backup it would keep alive what was destroyed.\n";

    private final FolderLock lock;
    private final Ratchet ratchet;
    private final EpochFile epochs;
    private WrapKey present;
    private Contents opened;

    private Vault(FolderLock lock, Ratchet ratchet, EpochFile epochs, long known, Instant now) throws IOException {
        this.lock = lock;
        this.ratchet = ratchet;
        this.epochs = epochs;
        long sealed = epochs.generation();
        boolean isWhole = sealed >= known && ratchet.generations().contains(sealed);
        if (isWhole) {
            present = ratchet.key(sealed);
            opened = epochs.read(present);
            ratchet.keepOnly(sealed);
        } else {
            present = WrapKey.first(1 + Math.max(Math.max(known, sealed), newest(ratchet)));
            opened = beginAnew(sealed, known, now);
        }
    }

    private static long newest(Ratchet ratchet) {
        return ratchet.generations().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** With nothing, and with the notice of it if there was something. */
    private Contents beginAnew(long sealed, long known, Instant now) throws IOException {
        long wrapped = newest(ratchet);
        boolean isFirst = Math.max(Math.max(sealed, known), wrapped) == 0;
        Map<String, String> details = Map.of(
                "sealed", Long.toString(sealed), "wrapped", Long.toString(wrapped), "known", Long.toString(known));
        Contents contents = isFirst
                ? Contents.EMPTY
                : new Contents(List.of(), List.of(), now, List.of(new Contents.Notice("epoch-keys-lost", details)));
        ratchet.keepOnly(0);
        ratchet.add(present);
        epochs.write(present, contents);
        return contents;
    }

    /**
     * Opens a vault; makes one if there is none.
     *
     * @param settings where
     * @param known the newest generation that is known from elsewhere; an older vault was restored from a backup, and is given up
     * @param now the platform's time
     * @return the open vault
     * @throws IOException if it can not; a {@link VaultException} if the operator can do something about it
     */
    public static Vault open(VaultSettings settings, long known, Instant now) throws IOException {
        settings.disk().createFolder(settings.folder());
        settings.disk().createFolder(settings.ratchet());
        tag(settings);
        FolderLock lock = lock(settings.folder());
        try {
            MasterKey master = MasterKey.in(settings.folder(), settings.keystore(), settings.secret(), settings.disk());
            Ratchet ratchet = Ratchet.in(settings.ratchet(), master, settings.disk());
            return new Vault(lock, ratchet, new EpochFile(settings.folder(), settings.disk()), known, now);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static FolderLock lock(Path folder) throws IOException {
        try {
            return FolderLock.on(folder);
        } catch (IOException e) {
            throw new VaultException("keys-in-use", String.valueOf(e.getMessage()));
        }
    }

    private static void tag(VaultSettings settings) throws IOException {
        Path tag = settings.ratchet().resolve(TAG);
        if (!Files.exists(tag)) {
            settings.disk().replace(tag, TAG_TEXT.getBytes(US_ASCII));
        }
    }

    /** What was in it when it was opened; told once, so that nothing here keeps a key alive. */
    public Contents takeOpened() {
        Contents taken = opened;
        opened = Contents.EMPTY;
        return taken;
    }

    /** Rises with each destruction. */
    public long generation() {
        return present.generation();
    }

    /** Keeps other contents, none of which were destroyed. On disk when this returns. */
    public void save(Contents contents) throws IOException {
        epochs.write(present, contents);
    }

    /**
     * Keeps other contents under a new wrap key, and overwrites the old one: what is not in them is destroyed when this returns. After an
     * exception it is not certain; to be tried again until it returns.
     */
    public void destroyAllBut(Contents contents) throws IOException {
        ratchet.keepOnly(present.generation());
        WrapKey next = next();
        ratchet.add(next);
        epochs.write(next, contents);
        present.wipe();
        present = next;
        ratchet.keepOnly(present.generation());
    }

    private WrapKey next() throws IOException {
        try {
            return present.next(present.generation() + 1);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() throws IOException {
        present.wipe();
        ratchet.close();
        lock.close();
    }
}
