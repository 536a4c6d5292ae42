package sluice.broker.core.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sluice.broker.core.flow.Delivery;
import sluice.broker.core.flow.Mailbox;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Spool;

/** Ledger, spool and mailbox of a rehearsal: everything is safe at once, and the codes that were counted are kept in order. */
final class MemoryPorts implements Ledger, Spool, Mailbox {
    final List<String> codes = new ArrayList<>();
    final List<Delivery> delivered = new ArrayList<>();

    @Override
    public Tally tally(FlowKey flow, String code) {
        return () -> codes.add(code);
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
    public String trouble() {
        return "";
    }

    @Override
    public Verification verify() {
        return new Verification(true, 0, -1, "");
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
    public void offer(Delivery delivery) {
        delivered.add(delivery);
    }
}
