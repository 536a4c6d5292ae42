package sluice.ledger.internal.tree;

import java.io.IOException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.journal.CheckedFile;
import sluice.journal.Disk;
import sluice.journal.Journal;
import sluice.ledger.internal.tree.Anchor.Claim;
import sluice.tlog.StoredTree;
import sluice.tlog.Tile;

/** Looks at everything that a ledger has on disk, and writes nothing. */
public final class Examination {
    private static final String CHECKPOINT = "checkpoint";

    private final TileFolder files;
    private final CheckedFile settledFile;
    private final Journal journal;
    private final Anchor anchor;
    private final Clock clock;
    private final long recent;

    /**
     * An examination.
     *
     * @param files the ledger's files
     * @param disk where they are
     * @param journal the ledger's journal
     * @param anchor what holds it from outside
     * @param clock tells the day of an opening if no entry does
     * @param recent so many of the last leaves are read at a start
     */
    public Examination(TileFolder files, Disk disk, Journal journal, Anchor anchor, Clock clock, long recent) {
        this.files = files;
        this.settledFile = new CheckedFile(files.path(Settled.FILE), disk);
        this.journal = journal;
        this.anchor = anchor;
        this.clock = clock;
        this.recent = recent;
    }

    /**
     * What a ledger that holds goes on from.
     *
     * @param growth its right edge, with what has to be written again
     * @param settled up to where its files were safe
     * @param published size of its checkpoint; -1 if it has none
     */
    record Restored(Growth growth, long settled, long published) {}

    /**
     * Finds out whether the ledger may be continued.
     *
     * @throws Damaged if not
     * @throws IOException likewise
     */
    Restored restore() throws IOException {
        return restore(recent);
    }

    private Restored restore(long last) throws IOException {
        long start = journalStart();
        Settled settled = Settled.read(settledFile).orElseGet(() -> Settled.nothing(start));
        List<Claim> claims = claims();
        long before = Math.max(0, settled.size() - last) / Tile.FULL * Tile.FULL;
        new Audit(files, before, settled.size()).root();
        Growth growth = new Growth(files, start, settled, clock);
        checkStored(claims, start, settled.size());
        Replay replay = new Replay(growth, new JournalCheck(files, journal, settled.size()), claims);
        journal.replay(start, Long.MAX_VALUE, replay);
        replay.requireAll();
        new OpeningsAudit(files, before, safeOpenings(settled.size())).run();
        return new Restored(growth, settled.size(), publishedSize());
    }

    /** The file of the last bundle's openings was perhaps written again, and not forced, before a crash. */
    private long safeOpenings(long settled) {
        return settled == journal.next() ? settled : settled / Tile.FULL * Tile.FULL;
    }

    private long journalStart() {
        List<Long> starts = journal.starts();
        return starts.isEmpty() ? 0 : starts.get(0);
    }

    private List<Claim> claims() throws IOException {
        List<Claim> claims = new ArrayList<>(anchor.claims());
        Claim own = anchor.claim(files.path(CHECKPOINT));
        if (own != null) {
            claims.add(own);
        }
        return claims;
    }

    private long publishedSize() throws IOException {
        Claim own = anchor.claim(files.path(CHECKPOINT));
        return own == null ? -1 : own.checkpoint().size();
    }

    /** What keeps the ledger from being continued, if all of it is read; empty if nothing does. */
    public Optional<IOException> fault() {
        try {
            restore(Long.MAX_VALUE);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    /** What a verification that found no fault tells: who signed it. */
    public String summary() {
        return "signed by `" + anchor.verifier() + "`";
    }

    /** Claims about leaves that the tiles hold. */
    private void checkStored(List<Claim> claims, long most, long size) throws IOException {
        StoredTree stored = new StoredTree(files, size);
        for (Claim claim : claims) {
            if (claim.checkpoint().size() <= most) {
                require(claim, stored.rootAt(claim.checkpoint().size()));
            }
        }
    }

    static void require(Claim claim, byte[] root) throws Damaged {
        if (!MessageDigest.isEqual(root, claim.checkpoint().root())) {
            long size = claim.checkpoint().size();
            throw new Damaged(
                    claim.file(),
                    Math.max(0, size - 1),
                    "the first " + size + " entries are not those of this checkpoint");
        }
    }

    /**
     * Reads all of a ledger that is in use.
     *
     * @param publisher publishes what there is first
     * @return how many entries there are
     * @throws Damaged if something is not what it was
     * @throws IOException likewise
     */
    public long verify(Publisher publisher) throws IOException {
        List<Claim> claims = claims();
        Publisher.Published published = publisher.publishNow();
        long size = published.size();
        if (!MessageDigest.isEqual(new Audit(files, 0, size).root(), published.root())) {
            throw new Damaged(CHECKPOINT, Math.max(0, size - 1), "the tiles do not lead to it");
        }
        checkStored(claims, size, size);
        claims.removeIf(claim -> claim.checkpoint().size() <= size);
        requireNone(claims, size);
        JournalCheck check = new JournalCheck(files, journal, size);
        journal.replay(journalStart(), size, check);
        check.require();
        new OpeningsAudit(files, 0, size).run();
        Settled.read(settledFile);
        return size;
    }

    static void requireNone(List<Claim> claims, long size) throws Damaged {
        for (Claim claim : claims) {
            throw new Damaged(
                    claim.file(),
                    size,
                    "the ledger ends before it, but had " + claim.checkpoint().size()
                            + " entries once; was an old copy put back?");
        }
    }
}
