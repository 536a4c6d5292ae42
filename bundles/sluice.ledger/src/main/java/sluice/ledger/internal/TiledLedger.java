package sluice.ledger.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import sluice.broker.core.port.FlowKey;
import sluice.journal.Journal;
import sluice.ledger.internal.entry.Leaves;
import sluice.ledger.internal.tree.Damaged;
import sluice.ledger.internal.tree.Examination;
import sluice.ledger.internal.tree.Opened;
import sluice.ledger.internal.tree.Publisher;

/** A ledger that held when it was opened. */
final class TiledLedger implements KeptLedger {
    private final Journal journal;
    private final Examination examination;
    private final Publisher publisher;
    private final Opening opening;
    private final Clock clock;
    private final Leaves leaves;
    private final Writing writing;
    private final Tallies tallies = new Tallies();
    private final Seconds seconds;
    private final Forgetting forgetting;

    TiledLedger(Journal journal, Examination examination, Opened opened, LedgerSettings settings) {
        this.journal = journal;
        this.examination = examination;
        this.publisher = opened.publisher();
        this.opening = opened.opening();
        this.clock = settings.clock();
        this.leaves = new Leaves(settings.random());
        this.writing = new Writing(journal, publisher);
        this.seconds = new Seconds(
                writing,
                leaves,
                tallies,
                clock,
                settings.patience(),
                () -> trouble().isEmpty());
        this.forgetting = new Forgetting(settings, publisher, journal::roll);
        noteGap();
    }

    private void noteGap() {
        if (opening.unsealedSecond() >= 0) {
            long from = opening.lastSealedSecond() >= 0 ? opening.lastSealedSecond() : opening.unsealedSecond();
            writing.append(Leaves.gap(clock.millis(), from, Math.floorDiv(clock.millis(), 1_000L)));
        }
    }

    @Override
    public Tally tally(FlowKey flow, String code) {
        return tallies.tally(flow, code);
    }

    @Override
    public boolean open(long epochSecond) {
        return seconds.open(epochSecond);
    }

    @Override
    public void sequence(String device, long sequence) {
        tallies.sequence(device, sequence);
    }

    @Override
    public void disclose(FlowKey flow, String device, Runnable whenDurable) {
        publisher.awaitRoom(Journal.FOREVER);
        writing.append(leaves.disclosure(flow, device), whenDurable, Journal.FOREVER);
    }

    @Override
    public void event(String event, Map<String, String> details) {
        publisher.awaitRoom(Journal.FOREVER);
        writing.append(Leaves.event(clock.millis(), event, details));
    }

    @Override
    public Opening opening() {
        return opening;
    }

    @Override
    public String trouble() {
        String trouble = journal.trouble();
        return trouble.isEmpty() ? publisher.trouble() : trouble;
    }

    @Override
    public Verification verify() {
        try {
            long entries = examination.verify(publisher);
            return new Verification(true, entries, -1, examination.summary());
        } catch (Damaged e) {
            return new Verification(false, e.entry(), e.entry(), String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Verification(false, 0, 0, "can not read the ledger: " + e.getMessage());
        }
    }

    @Override
    public String code() {
        return LEDGER_DOWN;
    }

    @Override
    public void tick() {
        for (LocalDate day : forgetting.due()) {
            writing.append(Leaves.event(clock.millis(), "openings-forgotten", Map.of("day", day.toString())));
        }
        publisher.tick();
        seconds.sealEnded();
    }

    @Override
    public void close(Duration patience) {
        if (trouble().isEmpty()) {
            seconds.sealAll();
        }
        journal.close(patience);
        publisher.close();
    }
}
