package sluice.metrics.internal;

import java.util.Map;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;

/** A ledger that only says whether it can be written. */
final class FakeLedger implements Ledger {
    private final String trouble;

    FakeLedger(String trouble) {
        this.trouble = trouble;
    }

    @Override
    public String trouble() {
        return trouble;
    }

    @Override
    public Tally tally(FlowKey flow, String code) {
        throw new UnsupportedOperationException("a metric reads only");
    }

    @Override
    public boolean open(long epochSecond) {
        throw new UnsupportedOperationException("a metric reads only");
    }

    @Override
    public void sequence(String device, long sequence) {
        throw new UnsupportedOperationException("a metric reads only");
    }

    @Override
    public void disclose(FlowKey flow, String device, Runnable whenDurable) {
        throw new UnsupportedOperationException("a metric reads only");
    }

    @Override
    public void event(String event, Map<String, String> details) {
        throw new UnsupportedOperationException("a metric reads only");
    }

    @Override
    public Opening opening() {
        throw new UnsupportedOperationException("a metric reads only");
    }

    @Override
    public Verification verify() {
        throw new UnsupportedOperationException("a metric reads only");
    }
}
