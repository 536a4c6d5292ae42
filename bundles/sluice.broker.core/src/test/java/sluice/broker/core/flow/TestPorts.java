package sluice.broker.core.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.broker.core.plan.condition.Board;
import sluice.broker.core.port.Conditions;
import sluice.broker.core.port.FlowKey;
import sluice.broker.core.port.Ledger;
import sluice.broker.core.port.Spool;

/** Ledger, spool and mailbox in one, which keep their promises when the test says so. */
class TestPorts implements Ledger, Spool, Mailbox {
    final Map<String, Integer> tallied = new TreeMap<>();
    final List<Delivery> delivered = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    final List<String> disclosed = new ArrayList<>();
    final List<byte[]> spooled = new ArrayList<>();
    private final List<Runnable> onDisk = new ArrayList<>();
    boolean isDown;

    /** The registers are empty, and nothing is frozen. */
    static Board calm() {
        Board board = new Board();
        board.activate(Conditions.Facts.CALM);
        return board;
    }

    /** What was written reaches the disk. */
    void sync() {
        List<Runnable> ready = List.copyOf(onDisk);
        onDisk.clear();
        ready.forEach(Runnable::run);
    }

    @Override
    public Tally tally(FlowKey flow, String code) {
        return () -> tallied.merge(flow.recipient() + " " + code, 1, Integer::sum);
    }

    @Override
    public boolean open(long epochSecond) {
        return !isDown;
    }

    @Override
    public void sequence(String device, long sequence) {}

    @Override
    public void disclose(FlowKey flow, String device, Runnable whenDurable) {
        disclosed.add(flow.recipient() + " " + device);
        onDisk.add(whenDurable);
    }

    @Override
    public void event(String event, Map<String, String> details) {
        events.add(event + " " + new TreeMap<>(details));
    }

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
        long position = spooled.size();
        spooled.add(entry);
        onDisk.add(() -> whenDurable.at(position));
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
