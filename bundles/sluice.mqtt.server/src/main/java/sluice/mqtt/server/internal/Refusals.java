package sluice.mqtt.server.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.port.Intake;

/** Counts what was refused before it was a message, and tells the broker's door while there is one. */
public final class Refusals {
    private final Map<Refusal, LongAdder> counts = new EnumMap<>(Refusal.class);
    private final LongAdder retained = new LongAdder();
    private final AtomicReference<@Nullable Intake> door;

    public Refusals(AtomicReference<@Nullable Intake> door) {
        this.door = door;
        for (Refusal refusal : Refusal.values()) {
            counts.put(refusal, new LongAdder());
        }
    }

    void count(Refusal refusal) {
        adder(refusal).increment();
        Intake intake = door.get();
        if (intake != null) {
            intake.refused("mqtt", refusal.reason());
        }
    }

    /** A retained message is taken as a plain one, so it is no refusal. */
    void retainedStripped() {
        retained.increment();
    }

    long of(Refusal refusal) {
        return adder(refusal).sum();
    }

    long retainedStrippedCount() {
        return retained.sum();
    }

    private LongAdder adder(Refusal refusal) {
        LongAdder adder = counts.get(refusal);
        if (adder == null) {
            throw new IllegalStateException("no count for " + refusal);
        }
        return adder;
    }
}
