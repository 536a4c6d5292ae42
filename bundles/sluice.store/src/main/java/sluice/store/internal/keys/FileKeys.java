package sluice.store.internal.keys;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sluice.journal.Disk;

/**
 * Keys of records in two files of their owner only. {@code keys} holds them, wrapped under the root key of {@code root.key} and the
 * operator's master key. Whenever a key is destroyed the root key is replaced and the old one overwritten, so that a copy of {@code keys}
 * that was made before opens no more.
 */
public final class FileKeys implements DataKeys {
    private static final int LENGTH = 32;

    private final Path folder;
    private final byte[] master;
    private final SecureRandom random;
    private final Disk disk;
    private final Erasing erasing;
    private final Map<KeyId, DataKey> keys = new TreeMap<>(KeyId.ORDER);
    private byte[] root;

    private FileKeys(Path folder, byte[] master, SecureRandom random, Disk disk) {
        this.folder = requireNonNull(folder, "folder is null");
        this.master = requireNonNull(master, "master is null");
        this.random = requireNonNull(random, "random is null");
        this.disk = requireNonNull(disk, "disk is null");
        this.erasing = new Erasing(disk);
        this.root = new byte[0];
    }

    /**
     * Opens the keys of a folder; makes it for the first time.
     *
     * @param folder where
     * @param master the operator's master key, of any length; empty for none
     * @param random makes keys
     * @param disk writes them
     * @return the keys
     * @throws WrongKey if they were written under another master key, or another root key
     * @throws IOException if they can not be read
     */
    public static FileKeys open(Path folder, byte[] master, SecureRandom random, Disk disk) throws IOException {
        FileKeys keys = new FileKeys(folder, master, random, disk);
        disk.createFolder(folder);
        if (Files.exists(keys.file("keys"))) {
            keys.read();
        } else {
            keys.writeUnder(keys.fresh());
        }
        return keys;
    }

    private void read() throws IOException {
        Path next = file("root.next");
        Optional<Map<KeyId, DataKey>> found = tryRoot(file("root.key"));
        boolean isHalfDone = found.isEmpty() && Files.exists(next);
        if (isHalfDone) {
            found = tryRoot(next);
        }
        keys.putAll(found.orElseThrow(() -> new WrongKey("`keys` in `" + folder
                + "` was not written under this master key and `root.key`; put the right ones back")));
        if (isHalfDone) {
            erasing.replace(file("root.key"), root);
        }
        erasing.delete(next);
    }

    private Optional<Map<KeyId, DataKey>> tryRoot(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        root = Files.readAllBytes(file);
        return new KeyFile(root, master, random).read(file("keys"));
    }

    @Override
    public synchronized DataKey key(KeyId id) throws IOException {
        DataKey known = keys.get(id);
        if (known != null) {
            return known;
        }
        DataKey made = new DataKey(fresh());
        keys.put(id, made);
        try {
            erasing.replace(file("keys"), new KeyFile(root, master, random).write(keys));
        } catch (IOException e) {
            keys.remove(id);
            throw e;
        }
        return made;
    }

    @Override
    public synchronized Optional<DataKey> find(KeyId id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public synchronized Set<KeyId> ids() {
        return Set.copyOf(keys.keySet());
    }

    @Override
    public synchronized void destroy(Collection<KeyId> ids) throws IOException {
        boolean isAny = false;
        for (KeyId id : ids) {
            DataKey key = keys.remove(id);
            if (key != null) {
                key.destroy();
                isAny = true;
            }
        }
        if (isAny || Files.exists(file("root.next"))) {
            writeUnder(fresh());
        }
    }

    // INVARIANT: at each moment one of `root.key` and `root.next` opens `keys`.
    private void writeUnder(byte[] newRoot) throws IOException {
        disk.replace(file("root.next"), newRoot);
        erasing.replace(file("keys"), new KeyFile(newRoot, master, random).write(keys));
        root = newRoot;
        erasing.replace(file("root.key"), newRoot);
        erasing.delete(file("root.next"));
    }

    @Override
    public synchronized void copyTo(Path target) throws IOException {
        disk.createFolder(target);
        disk.replace(target.resolve("root.key"), root);
        disk.replace(target.resolve("keys"), new KeyFile(root, master, random).write(keys));
    }

    private byte[] fresh() {
        byte[] made = new byte[LENGTH];
        random.nextBytes(made);
        return made;
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
