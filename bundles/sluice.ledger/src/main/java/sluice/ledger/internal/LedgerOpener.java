package sluice.ledger.internal;

import static sluice.ledger.internal.KeptLedger.LEDGER_BROKEN;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Supplier;
import sluice.broker.core.port.Ledger.Opening;
import sluice.broker.core.port.Ledger.Verification;
import sluice.journal.Journal;
import sluice.ledger.internal.tree.Anchor;
import sluice.ledger.internal.tree.Damaged;
import sluice.ledger.internal.tree.Examination;
import sluice.ledger.internal.tree.Opened;
import sluice.ledger.internal.tree.TileFolder;

/** Opens a ledger: examines it first, and continues it only if it is whole. */
final class LedgerOpener {
    private final LedgerSettings settings;
    private final TileFolder files;

    private LedgerOpener(LedgerSettings settings) {
        this.settings = settings;
        this.files = new TileFolder(settings.places().folder(), settings.disk());
    }

    static KeptLedger open(LedgerSettings settings) {
        return new LedgerOpener(settings).open();
    }

    private KeptLedger open() {
        try {
            settings.disk().createFolder(settings.places().folder());
            return open(Journal.open(files.path("journal"), settings.journal(), settings.disk()));
        } catch (IOException e) {
            return ClosedLedger.unreadable("can not open the ledger: " + e.getMessage());
        }
    }

    private KeptLedger open(Journal journal) {
        try {
            Anchor anchor = anchor();
            Examination examination =
                    new Examination(files, settings.disk(), journal, anchor, settings.clock(), settings.recentLeaves());
            return open(journal, anchor, examination);
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            return broken(journal, why, () -> new Verification(false, 0, 0, why));
        }
    }

    private Anchor anchor() throws IOException {
        LedgerSettings.Places places = settings.places();
        boolean isSigned = Files.exists(files.path("checkpoint"));
        return Anchor.open(places.anchor(), settings.disk(), places.origin(), isSigned);
    }

    private KeptLedger open(Journal journal, Anchor anchor, Examination examination) {
        try {
            Opened opened = Opened.open(examination, files, anchor, journal, settings.disk(), settings.journalFiles());
            return continued(journal, examination, opened, anchor.hasHighest());
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            long entry = e instanceof Damaged damaged ? damaged.entry() : 0;
            return broken(
                    journal,
                    why,
                    () -> examination
                            .fault()
                            .map(LedgerOpener::found)
                            .orElseGet(() -> new Verification(false, entry, entry, why)));
        }
    }

    private static Verification found(IOException fault) {
        long entry = fault instanceof Damaged damaged ? damaged.entry() : 0;
        return new Verification(false, entry, entry, String.valueOf(fault.getMessage()));
    }

    private KeptLedger continued(Journal journal, Examination examination, Opened opened, boolean hasHighest) {
        TiledLedger ledger = new TiledLedger(journal, examination, opened, settings);
        if (!hasHighest && opened.entries() > 0) {
            // Also what a crash in the very first second looks like: worth a trace, not a refusal.
            ledger.event("head-missing", Map.of("entries", Long.toString(opened.entries())));
        }
        return ledger;
    }

    private static KeptLedger broken(Journal journal, String why, Supplier<Verification> verifier) {
        return new ClosedLedger(
                LEDGER_BROKEN,
                "the ledger is not whole: " + why + "; keep its folder as evidence and start with an empty one",
                new Opening(-1, -1, Map.of()),
                verifier,
                journal::close);
    }
}
