package sluice.ledger.internal;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import sluice.broker.core.port.FlowKey;

/** A ledger that is not continued, and therefore lets nothing flow: opens no second, holds every disclosure for ever. */
final class ClosedLedger implements KeptLedger {
    private final String code;
    private final String why;
    private final Opening opening;
    private final Supplier<Verification> verifier;
    private final Runnable closer;
    private final Tallies tallies = new Tallies();

    ClosedLedger(String code, String why, Opening opening, Supplier<Verification> verifier, Runnable closer) {
        this.code = code;
        this.why = why;
        this.opening = opening;
        this.verifier = verifier;
        this.closer = closer;
    }

    /** One of which not even the files can be read. */
    static ClosedLedger unreadable(String why) {
        return new ClosedLedger(
                LEDGER_DOWN, why, new Opening(-1, -1, Map.of()), () -> new Verification(false, 0, 0, why), () -> {});
    }

    @Override
    public Tally tally(FlowKey flow, String code) {
        return tallies.tally(flow, code);
    }

    @Override
    public boolean open(long epochSecond) {
        return false;
    }

    @Override
    public void sequence(String device, long sequence) {}

    @Override
    public void disclose(FlowKey flow, String device, Runnable whenDurable) {}

    @Override
    public void event(String event, Map<String, String> details) {}

    @Override
    public Opening opening() {
        return opening;
    }

    @Override
    public String trouble() {
        return why;
    }

    @Override
    public Verification verify() {
        return verifier.get();
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public void tick() {}

    @Override
    public void close(Duration patience) {
        closer.run();
    }
}
