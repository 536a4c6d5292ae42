package sluice.ledger.internal.tree;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.journal.Damage;
import sluice.journal.Visitor;
import sluice.ledger.internal.entry.Entry;
import sluice.ledger.internal.tree.Anchor.Claim;

/** Takes the journal's entries in, as long as they are what they must be. */
final class Replay implements Visitor {
    private final Growth growth;
    private final JournalCheck check;
    private final List<Claim> claims;
    private @Nullable IOException fault;

    Replay(Growth growth, JournalCheck check, List<Claim> claims) {
        this.growth = growth;
        this.check = check;
        this.claims = new ArrayList<>(claims);
        this.claims.removeIf(claim -> claim.checkpoint().size() <= growth.size());
    }

    @Override
    public void entry(long position, byte[] payload) {
        if (fault != null) {
            return;
        }
        try {
            if (position != growth.size()) {
                throw new Damaged(growth.size(), "entry " + growth.size() + " is missing in the journal");
            }
            check.entry(position, payload);
            check.require();
            take(new Entry(payload));
        } catch (IOException e) {
            fault = e;
        }
    }

    private void take(Entry entry) throws IOException {
        try {
            growth.take(entry, growth.leafHash(entry));
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new Damaged(growth.size(), "entry " + growth.size() + " is not one that this version writes");
        }
        for (Claim claim : claims) {
            if (claim.checkpoint().size() == growth.size()) {
                Examination.require(claim, growth.root());
            }
        }
        claims.removeIf(claim -> claim.checkpoint().size() <= growth.size());
    }

    @Override
    public void damage(Damage damage) {
        if (fault == null) {
            fault = new Damaged(damage.position(), damage.toString());
        }
    }

    /** All that was asked for is there. */
    void requireAll() throws IOException {
        IOException found = fault;
        if (found != null) {
            throw found;
        }
        Examination.requireNone(claims, growth.size());
    }
}
