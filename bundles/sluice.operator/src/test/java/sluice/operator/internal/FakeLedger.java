package sluice.operator.internal;

import java.util.Map;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;

/** A ledger that finds what a test wants it to find. */
public final class FakeLedger implements Ledger {
    private final Verification verification;

    /** A ledger. */
    public FakeLedger(Verification verification) {
        this.verification = verification;
    }

    @Override
    public Verification verify() {
        return verification;
    }

    @Override
    public String trouble() {
        return "";
    }

    @Override
    public Tally tally(FlowKey flow, String code) {
        throw new UnsupportedOperationException("an operator reads only");
    }

    @Override
    public boolean open(long epochSecond) {
        throw new UnsupportedOperationException("an operator reads only");
    }

    @Override
    public void sequence(String device, long sequence) {
        throw new UnsupportedOperationException("an operator reads only");
    }

    @Override
    public void disclose(FlowKey flow, String device, Runnable whenDurable) {
        throw new UnsupportedOperationException("an operator reads only");
    }

    @Override
    public void event(String event, Map<String, String> details) {
        throw new UnsupportedOperationException("an operator reads only");
    }

    @Override
    public Opening opening() {
        throw new UnsupportedOperationException("an operator reads only");
    }
}
