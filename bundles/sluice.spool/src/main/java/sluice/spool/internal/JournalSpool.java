package sluice.spool.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sluice.broker.core.port.Trouble;
import sluice.journal.Damage;
import sluice.journal.Journal;

/** One journal for the observations of all recipients. */
final class JournalSpool implements KeptSpool {
    private final SpoolSettings settings;
    private final Journal journal;
    private final Cursors cursors;
    private final Inventory inventory;
    private volatile String replayTrouble = "";
    private volatile String deleteTrouble = "";

    private JournalSpool(SpoolSettings settings, Journal journal) throws IOException {
        this.settings = settings;
        this.journal = journal;
        this.cursors = new Cursors(settings.folder(), settings.disk());
        this.inventory = new Inventory(journal, cursors.read());
        // Cursors that were beyond the journal's end must not wait there for entries to come.
        cursors.write(inventory.cursors());
    }

    static KeptSpool open(SpoolSettings settings) {
        try {
            return open(settings, Journal.open(settings.folder(), settings.journal(), settings.disk()));
        } catch (IOException e) {
            return new ClosedSpool("can not open the spool: " + e.getMessage());
        }
    }

    private static KeptSpool open(SpoolSettings settings, Journal journal) throws IOException {
        try {
            return new JournalSpool(settings, journal);
        } catch (IOException | RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    @Override
    public void append(String recipient, byte[] entry, WhenDurable whenDurable) {
        byte[] payload = new SpooledEntry(recipient, entry).toBytes();
        if (payload.length > settings.journal().longestPayload()) {
            throw new IllegalArgumentException(
                    "an observation of " + entry.length + " bytes is too long for the spool");
        }
        Backlog backlog = inventory.of(recipient);
        journal.append(
                position -> {
                    // Before it is on disk: a file must not go because nobody is known to wait for it.
                    backlog.appended(position);
                    return payload;
                },
                whenDurable::at,
                Journal.FOREVER);
    }

    @Override
    public void consumed(String recipient, long position) {
        inventory.of(recipient).consumed(position);
    }

    @Override
    public void replay(String recipient, Visitor visitor) {
        try {
            journal.replay(inventory.of(recipient).oldest(), journal.next(), new OneRecipient(recipient, visitor));
        } catch (IOException e) {
            replayTrouble = "can not replay: " + e.getMessage();
        }
    }

    private record OneRecipient(String recipient, Visitor visitor) implements sluice.journal.Visitor {
        @Override
        public void entry(long position, byte[] payload) {
            SpooledEntry spooled = SpooledEntry.of(payload);
            if (spooled.recipient().equals(recipient)) {
                visitor.entry(position, spooled.entry());
            }
        }

        @Override
        public void damage(Damage damage) {
            // Told at the start, when stock was taken.
        }
    }

    @Override
    public String trouble() {
        return journal.trouble();
    }

    @Override
    public List<Trouble> troubles() {
        List<Trouble> troubles = new ArrayList<>();
        for (String why : List.of(journal.trouble(), cursors.trouble(), replayTrouble, deleteTrouble)) {
            if (!why.isEmpty()) {
                troubles.add(new Trouble(SPOOL_DOWN, "spool", why));
            }
        }
        inventory.damages().forEach(damage -> troubles.add(new Trouble(SPOOL_DAMAGED, "spool", damage.toString())));
        inventory.dropped().forEach((recipient, count) -> troubles.add(overflow(recipient, count)));
        return troubles;
    }

    private Trouble overflow(String recipient, long count) {
        return new Trouble(
                OVERFLOW,
                "application " + recipient,
                count
                        + " observations were dropped from the full spool before it had them; start it, or raise `max.bytes`");
    }

    @Override
    public void tick() {
        try {
            journal.dropBefore(inventory.oldest());
            while (journal.bytes() > settings.maxBytes() && journal.starts().size() > 1) {
                inventory.dropOldestFile();
            }
            deleteTrouble = "";
        } catch (IOException e) {
            deleteTrouble = "can not delete old files: " + e.getMessage();
        }
        cursors.write(inventory.cursors());
    }

    @Override
    public void close(Duration patience) {
        journal.close(patience);
        cursors.write(inventory.cursors());
    }
}
