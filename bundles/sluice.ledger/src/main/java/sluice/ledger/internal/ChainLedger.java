package sluice.ledger.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import sluice.broker.core.port.FlowKey;
import sluice.journal.Journal;

/** A ledger whose chain held when it was opened. */
final class ChainLedger implements KeptLedger {
    private static final int SALT_BYTES = 16;

    private final Journal journal;
    private final HeadKeeper headKeeper;
    private final Opening opening;
    private final Clock clock;
    private final SecureRandom random;
    private final Chain chain;
    private final Tallies tallies = new Tallies();
    private final Seconds seconds;

    ChainLedger(Journal journal, HeadKeeper headKeeper, Walk walked, Opening opening, LedgerSettings settings) {
        this.journal = journal;
        this.headKeeper = headKeeper;
        this.opening = opening;
        this.clock = settings.clock();
        this.random = settings.random();
        this.chain = new Chain(journal, walked.head());
        this.seconds = new Seconds(
                chain,
                tallies,
                clock,
                settings.patience(),
                journal::hurry,
                () -> trouble().isEmpty());
        noteGap();
    }

    private void noteGap() {
        if (opening.unsealedSecond() >= 0) {
            long from = opening.lastSealedSecond() >= 0 ? opening.lastSealedSecond() : opening.unsealedSecond();
            write(EntryText.of(EntryText.GAP)
                    .with("at", clock.millis())
                    .with("from", from)
                    .with("to", Math.floorDiv(clock.millis(), 1_000L)));
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
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        // No time of its own: when a vehicle passed a camera, to the millisecond, is more than the second around this
        // entry tells.
        EntryText leaf = EntryText.of("disclosed")
                .with("stream", flow.stream())
                .with("purpose", flow.purpose())
                .with("recipient", flow.recipient())
                .with("device", device)
                .with("salt", HexFormat.of().formatHex(salt));
        chain.append(leaf, whenDurable, Journal.FOREVER);
    }

    @Override
    public void event(String event, Map<String, String> details) {
        write(EntryText.of("event")
                .with("at", clock.millis())
                .with("event", event)
                .with("details", details));
    }

    private void write(EntryText entry) {
        chain.append(entry, () -> {}, Journal.FOREVER);
    }

    @Override
    public Opening opening() {
        return opening;
    }

    @Override
    public String trouble() {
        String trouble = journal.trouble();
        return trouble.isEmpty() ? headKeeper.trouble() : trouble;
    }

    @Override
    public Verification verify() {
        Head head = chain.durable();
        return Walk.verify(journal, head.entry() + 1, head);
    }

    @Override
    public String code() {
        return LEDGER_DOWN;
    }

    @Override
    public void tick() {
        headKeeper.keepNowAndThen(chain::durable);
        seconds.sealEnded();
    }

    @Override
    public void close(Duration patience) {
        if (trouble().isEmpty()) {
            seconds.sealAll();
        }
        journal.close(patience);
        headKeeper.keep(chain.durable());
    }
}
