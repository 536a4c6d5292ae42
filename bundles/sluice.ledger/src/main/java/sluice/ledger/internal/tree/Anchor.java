package sluice.ledger.internal.tree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import sluice.journal.CheckedFile;
import sluice.journal.Disk;
import sluice.tlog.note.Checkpoint;
import sluice.tlog.note.NoteSigner;
import sluice.tlog.note.NoteVerifier;
import sluice.tlog.note.SignedNote;

/**
 * What holds the ledger from outside its folder: the key that signs its checkpoints, the highest checkpoint that it ever signed, and
 * checkpoints that witnesses gave back. A ledger that was put back from an old copy does not lead to them.
 */
public final class Anchor {
    private static final String HIGHEST = "checkpoint";
    private static final String WITNESSED = "witnessed";

    private final Path folder;
    private final Disk disk;
    private final CheckedFile keyFile;
    private final NoteSigner signer;
    private boolean isKept;

    private Anchor(Path folder, Disk disk, CheckedFile keyFile, NoteSigner signer, boolean isKept) {
        this.folder = folder;
        this.disk = disk;
        this.keyFile = keyFile;
        this.signer = signer;
        this.isKept = isKept;
    }

    /**
     * A checkpoint to which the ledger must lead.
     *
     * @param file where it is
     * @param checkpoint what it says
     */
    public record Claim(String file, Checkpoint checkpoint) {}

    /**
     * Reads the key; makes one for a ledger that was never signed, which is written before it first signs.
     *
     * @param origin name of a new ledger
     * @param isSigned whether the ledger has a checkpoint
     * @throws IOException if there is no key for a ledger that was signed, or it is broken
     */
    public static Anchor open(Path folder, Disk disk, String origin, boolean isSigned) throws IOException {
        CheckedFile keyFile = new CheckedFile(folder.resolve("key"), disk);
        Optional<List<String>> lines = keyFile.read();
        if (lines.isEmpty() && (isSigned || Files.exists(folder.resolve(HIGHEST)))) {
            throw new IOException("the key `" + folder.resolve("key") + "` is missing; put it back from its copy");
        }
        return lines.isPresent()
                ? new Anchor(folder, disk, keyFile, signer(lines.get(), folder), true)
                : new Anchor(folder, disk, keyFile, NoteSigner.generate(origin), false);
    }

    private static NoteSigner signer(List<String> lines, Path folder) throws IOException {
        try {
            return NoteSigner.read(lines.get(0), NoteVerifier.read(lines.get(1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("the key in `" + folder + "` is broken: " + e.getMessage(), e);
        }
    }

    /** Tells whether a note is this ledger's. */
    public NoteVerifier verifier() {
        return signer.verifier();
    }

    /** Signs; writes the key first if that was not done yet. */
    SignedNote sign(long size, byte[] root) throws IOException {
        if (!isKept) {
            disk.createFolder(folder);
            keyFile.replace(List.of(signer.secret(), verifier().toString()));
            isKept = true;
        }
        return signer.sign(new Checkpoint(verifier().name(), size, root));
    }

    void keep(SignedNote checkpoint) throws IOException {
        disk.replace(folder.resolve(HIGHEST), checkpoint.toBytes());
    }

    /** Whether the highest checkpoint is there. */
    public boolean hasHighest() {
        return Files.exists(folder.resolve(HIGHEST));
    }

    /** All checkpoints outside the ledger's folder to which it must lead. */
    List<Claim> claims() throws IOException {
        List<Claim> claims = new ArrayList<>();
        Claim highest = claim(folder.resolve(HIGHEST));
        if (highest != null) {
            claims.add(highest);
        }
        for (Path file : witnessed()) {
            Claim claim = claim(file);
            if (claim != null) {
                claims.add(claim);
            }
        }
        return claims;
    }

    private List<Path> witnessed() throws IOException {
        Path witnessed = folder.resolve(WITNESSED);
        if (Files.notExists(witnessed)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(witnessed)) {
            return files.sorted().toList();
        }
    }

    /** What a file claims; null if there is no such file. */
    @Nullable
    Claim claim(Path file) throws IOException {
        try {
            String name = String.valueOf(file.getFileName());
            return new Claim(name, checkpoint(Files.readAllBytes(file), name));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private Checkpoint checkpoint(byte[] bytes, String file) throws IOException {
        SignedNote note = SignedNote.read(bytes)
                .filter(verifier()::verifies)
                .orElseThrow(() -> new IOException("the signature under `" + file + "` is not the one of `"
                        + verifier().name() + "`"));
        return Checkpoint.read(note.text())
                .filter(checkpoint -> checkpoint.origin().equals(verifier().name()))
                .orElseThrow(() -> new IOException("`" + file + "` is no checkpoint of this ledger"));
    }
}
