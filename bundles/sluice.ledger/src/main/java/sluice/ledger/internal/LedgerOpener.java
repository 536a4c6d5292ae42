package sluice.ledger.internal;

import static sluice.ledger.internal.KeptLedger.LEDGER_BROKEN;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import sluice.broker.core.port.Ledger.Verification;
import sluice.journal.Journal;

/** Opens a ledger: reads and verifies it first, and continues it only if it is whole. */
final class LedgerOpener {
    private final LedgerSettings settings;
    private final HeadKeeper headKeeper;
    private final Recollection recollection = new Recollection();

    private LedgerOpener(LedgerSettings settings) {
        this.settings = settings;
        this.headKeeper = new HeadKeeper(settings.folder(), settings.disk());
    }

    static KeptLedger open(LedgerSettings settings) {
        return new LedgerOpener(settings).open();
    }

    private KeptLedger open() {
        try {
            return open(Journal.open(settings.folder(), settings.journal(), settings.disk()));
        } catch (IOException e) {
            return ClosedLedger.unreadable("can not open the ledger: " + e.getMessage());
        }
    }

    private KeptLedger open(Journal journal) {
        try {
            Optional<Head> kept = headKeeper.read();
            Walk walk = Walk.along(journal, Long.MAX_VALUE, kept.orElse(Head.NONE), recollection);
            Verification found = walk.verification();
            return found.intact()
                    ? continued(journal, walk, kept.isEmpty())
                    : broken(journal, found.explanation(), kept.orElse(Head.NONE));
        } catch (IOException e) {
            return broken(journal, String.valueOf(e.getMessage()), Head.NONE);
        }
    }

    private KeptLedger continued(Journal journal, Walk walk, boolean headMissing) {
        ChainLedger ledger = new ChainLedger(journal, headKeeper, walk, recollection.opening(), settings);
        if (headMissing && walk.head().entry() >= 0) {
            // Also what a crash in the very first second looks like: worth a trace, not a refusal.
            ledger.event(
                    "head-missing", Map.of("entries", Long.toString(walk.head().entry() + 1)));
        }
        return ledger;
    }

    private KeptLedger broken(Journal journal, String why, Head kept) {
        return new ClosedLedger(
                LEDGER_BROKEN,
                "the ledger is not whole: " + why + "; keep its folder as evidence and start with an empty one",
                recollection.opening(),
                () -> verifyAgain(journal, why, kept),
                journal::close);
    }

    private static Verification verifyAgain(Journal journal, String why, Head kept) {
        Verification again = Walk.verify(journal, Long.MAX_VALUE, kept);
        return again.intact() ? new Verification(false, again.entries(), again.entries(), why) : again;
    }
}
