package sluice.ledger.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.Ledger.Verification;
import sluice.journal.Damage;
import sluice.journal.Journal;
import sluice.journal.Visitor;

/** Goes along a ledger from its first entry, and stops believing at the first that does not follow from the one before. */
final class Walk implements Visitor {
    private final Hashing hashing = new Hashing();
    private final LongFunction<String> fileOf;
    private final Head known;
    private final Consumer<String> reader;
    private byte[] previous = Head.NONE.hash();
    private long entries;
    private @Nullable String fault;

    private Walk(LongFunction<String> fileOf, Head known, Consumer<String> reader) {
        this.fileOf = fileOf;
        this.known = known;
        this.reader = reader;
    }

    /**
     * Walks.
     *
     * @param until number behind the last entry to look at
     * @param known a head that the ledger had at some time; it must lead there
     * @param reader given each entry's text, in order, as long as the chain holds
     */
    static Walk along(Journal journal, long until, Head known, Consumer<String> reader) throws IOException {
        Walk walk = new Walk(journal::fileOf, known, reader);
        journal.replay(0, until, walk);
        if (walk.entries <= known.entry()) {
            walk.fail("the ledger ends before it, but had entry " + known.entry() + " once");
        }
        return walk;
    }

    /** Walks and tells what was found; a file that can not be read is found to be bad. */
    static Verification verify(Journal journal, long until, Head known) {
        try {
            return along(journal, until, known, text -> {}).verification();
        } catch (IOException e) {
            return new Verification(false, 0, 0, "can not read the ledger: " + e.getMessage());
        }
    }

    @Override
    public void entry(long position, byte[] payload) {
        if (fault != null) {
            return;
        }
        if (position != entries) {
            fail("it is missing");
        } else if (!hashing.follows(previous, payload)) {
            fail("it does not follow from the entry before");
        } else if (position == known.entry() && !MessageDigest.isEqual(known.hash(), Hashing.hashIn(payload))) {
            fail("it is not the one that the ledger had there once");
        } else {
            accept(payload);
        }
    }

    private void accept(byte[] payload) {
        try {
            reader.accept(new String(Hashing.textIn(payload), UTF_8));
        } catch (IllegalArgumentException | ClassCastException e) {
            fail("it is not an entry that this version writes");
            return;
        }
        previous = Hashing.hashIn(payload);
        entries++;
    }

    @Override
    public void damage(Damage damage) {
        if (fault == null) {
            fault = damage.toString();
        }
    }

    private void fail(String why) {
        if (fault == null) {
            fault = new Damage(fileOf.apply(entries), entries, why).toString();
        }
    }

    /** The end of what was believed. */
    Head head() {
        return new Head(entries - 1, previous);
    }

    Verification verification() {
        String why = fault;
        return why == null
                ? new Verification(true, entries, -1, "all " + entries + " entries follow from each other")
                : new Verification(false, entries, entries, why);
    }
}
