package sluice.keys.internal.vault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import sluice.journal.Disk;

/**
 * The wrap key at rest: a small file with two places, written in place and never replaced, so that a key that is overwritten leaves no older
 * file behind. Each place is a block of its own. The key is sealed under the master key.
 *
 * <p>To step: the next key goes into the free place; the epoch keys are sealed under it; then the other place is filled with zeros. After a
 * crash in between both places are full, and the generation of the sealed epoch keys says which one is to go. See ADR 0022.
 */
final class Ratchet implements Closeable {
    static final String FILE = "ratchet";

    private static final int PLACES = 2;
    private static final int BLOCK = 4_096;

    private final MasterKey master;
    private final Disk.OpenFile file;
    private final Slot[] slots = new Slot[PLACES];

    private Ratchet(MasterKey master, Disk.OpenFile file) {
        this.master = master;
        this.file = file;
        Arrays.fill(slots, Slot.FREE);
    }

    /** Opens the file; makes an empty one if there is none. */
    static Ratchet in(Path folder, MasterKey master, Disk disk) throws IOException {
        Path path = folder.resolve(FILE);
        if (!Files.exists(path)) {
            disk.preallocate(path, new byte[0], (long) PLACES * BLOCK);
        }
        Ratchet ratchet = new Ratchet(master, disk.open(path));
        byte[] bytes = Files.readAllBytes(path);
        for (int i = 0; i < PLACES; i++) {
            ratchet.slots[i] = Slot.read(ByteBuffer.wrap(Arrays.copyOfRange(bytes, i * BLOCK, (i + 1) * BLOCK)));
        }
        return ratchet;
    }

    /** The generations that are there, at most two. */
    List<Long> generations() {
        List<Long> generations = new ArrayList<>();
        for (Slot slot : slots) {
            if (!slot.isFree()) {
                generations.add(slot.generation());
            }
        }
        return generations;
    }

    /** A key that is there. */
    WrapKey key(long generation) throws IOException {
        Slot slot = slots[placeOf(generation)];
        try {
            return new WrapKey(generation, master.gcm().open(master.key(), slot.context(), slot.sealed()));
        } catch (GeneralSecurityException e) {
            throw new VaultException(
                    "keys-damaged",
                    "the wrap key is not one of this master key; bring back the keystore that belongs to it");
        }
    }

    private int placeOf(long generation) {
        for (int i = 0; i < PLACES; i++) {
            if (!slots[i].isFree() && slots[i].generation() == generation) {
                return i;
            }
        }
        throw new IllegalArgumentException("no wrap key of generation " + generation);
    }

    /** On disk when this returns. */
    void add(WrapKey key) throws IOException {
        int place = slots[0].isFree() ? 0 : 1;
        Slot slot = seal(key);
        write(place, slot.bytes(BLOCK));
        slots[place] = slot;
    }

    private Slot seal(WrapKey key) throws IOException {
        try {
            byte[] sealed = master.gcm().seal(master.key(), Slot.contextOf(key.generation()), key.bytes());
            return new Slot(key.generation(), sealed);
        } catch (GeneralSecurityException e) {
            throw new VaultException("keys-down", "the master key can not be used: " + e.getMessage());
        }
    }

    /** Overwrites all but one; gone from disk when this returns. */
    void keepOnly(long generation) throws IOException {
        for (int i = 0; i < PLACES; i++) {
            if (slots[i].isFree() || slots[i].generation() != generation) {
                write(i, ByteBuffer.allocate(BLOCK));
                slots[i] = Slot.FREE;
            }
        }
    }

    private void write(int place, ByteBuffer bytes) throws IOException {
        file.write((long) place * BLOCK, bytes);
        file.force();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
