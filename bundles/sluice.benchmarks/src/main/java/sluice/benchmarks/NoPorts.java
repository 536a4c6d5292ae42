package sluice.benchmarks;

import java.util.Map;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Spool;

/** A ledger and a spool that write nothing and are always well: what they cost is measured elsewhere. */
public final class NoPorts implements Ledger, Spool {
    /** Always well. */
    public NoPorts() {}

    @Override
    public Tally tally(FlowKey flow, String code) {
        return () -> {};
    }

    @Override
    public boolean open(long epochSecond) {
        return true;
    }

    @Override
    public void sequence(String device, long sequence) {}

    @Override
    public void disclose(FlowKey flow, String device, Runnable whenDurable) {
        whenDurable.run();
    }

    @Override
    public void event(String event, Map<String, String> details) {}

    @Override
    public Opening opening() {
        return new Opening(-1, -1, Map.of());
    }

    @Override
    public void append(String recipient, byte[] entry, WhenDurable whenDurable) {
        whenDurable.at(0);
    }

    @Override
    public void consumed(String recipient, long position) {}

    @Override
    public void replay(String recipient, Visitor visitor) {}

    @Override
    public String trouble() {
        return "";
    }

    @Override
    public Verification verify() {
        return new Verification(true, 0, -1, "");
    }
}
