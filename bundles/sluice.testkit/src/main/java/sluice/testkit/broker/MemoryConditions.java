package sluice.testkit.broker;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import sluice.broker.core.port.Conditions;
import sluice.broker.core.port.Subscription;

/** Registers that say what a test lets them say. */
public final class MemoryConditions implements Conditions {
    private final List<Consumer<Facts>> listeners = new CopyOnWriteArrayList<>();
    private Facts facts = Facts.CALM;

    /** Registers that were read and are empty. */
    public MemoryConditions() {}

    @Override
    public synchronized Subscription subscribe(Consumer<Facts> activate) {
        activate.accept(facts);
        listeners.add(activate);
        return () -> listeners.remove(activate);
    }

    /**
     * Lets the registers say something else; in force when this returns.
     *
     * @param next all that they say
     */
    public synchronized void say(Facts next) {
        facts = next;
        listeners.forEach(listener -> listener.accept(next));
    }
}
