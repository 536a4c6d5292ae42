package sluice.spool.internal;

import java.time.Duration;
import java.util.List;
import sluice.broker.core.port.Trouble;

/**
 * A spool that could not be opened: it takes nothing, and so lets nothing be acknowledged.
 *
 * @param trouble why
 */
record ClosedSpool(String trouble) implements KeptSpool {
    @Override
    public void append(String recipient, byte[] entry, WhenDurable whenDurable) {}

    @Override
    public void consumed(String recipient, long position) {}

    @Override
    public void replay(String recipient, Visitor visitor) {}

    @Override
    public List<Trouble> troubles() {
        return List.of(new Trouble(SPOOL_DOWN, "spool", trouble));
    }

    @Override
    public void tick() {}

    @Override
    public void close(Duration patience) {}
}
