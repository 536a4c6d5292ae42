package sluice.broker.core.plan.operator.pseudonym;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Epoch;
import sluice.broker.core.port.Keys;

/** Keys in memory that are destroyed when the test says so. */
public final class TestKeys implements Keys {
    private final Map<Name, Map<Epoch, Key>> keys = new HashMap<>();
    private Answer.@Nullable No no;

    /** A key, with its owner's word. */
    private static final class Key implements EpochKey {
        private final MemoryKey key = new MemoryKey();
        private final List<Runnable> told = new ArrayList<>();
        private boolean isDestroyed;

        @Override
        public byte @Nullable [] derive(String use) {
            return isDestroyed ? null : key.derive(use);
        }

        @Override
        public boolean isDestroyed() {
            return isDestroyed;
        }

        @Override
        public void whenDestroyed(Runnable forget) {
            told.add(forget);
        }

        private void destroy() {
            isDestroyed = true;
            told.forEach(Runnable::run);
        }
    }

    /** Knows the last key, as real ones do. */
    private final class Last implements Series {
        private final Name name;
        private @Nullable Epoch epoch;
        private @Nullable Key key;

        Last(Name name) {
            this.name = name;
        }

        @Override
        public Answer at(Instant instant) {
            if (no != null) {
                return no;
            }
            Epoch known = epoch;
            if (key == null || known == null || !known.holds(instant)) {
                epoch = name.rule().at(instant);
                key = key(name, instant);
            }
            return key;
        }
    }

    @Override
    public Series series(Name name) {
        return new Last(name);
    }

    private synchronized Key key(Name name, Instant instant) {
        return keys.computeIfAbsent(name, any -> new HashMap<>())
                .computeIfAbsent(name.rule().at(instant), any -> new Key());
    }

    /** Whoever holds one of them is told. */
    public void destroyAll() {
        keys.values().forEach(epochs -> epochs.values().forEach(Key::destroy));
    }

    /** From now on there are none. */
    public void refuse(Answer.No reason) {
        no = reason;
    }

    public List<Name> names() {
        return List.copyOf(keys.keySet());
    }
}
