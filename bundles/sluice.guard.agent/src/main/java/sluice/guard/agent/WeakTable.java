package sluice.guard.agent;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A table by identity that keeps nobody alive and locks nobody out: it is read while classes load, below the JVM's own locks. A value must
 * not refer to its key.
 */
final class WeakTable<K, V> {
    private final ConcurrentHashMap<Object, V> values = new ConcurrentHashMap<>();
    private final ReferenceQueue<K> gone = new ReferenceQueue<>();

    @Nullable
    V get(K key) {
        return values.get(new Sought(key));
    }

    void put(K key, V value) {
        for (Reference<? extends K> dead = gone.poll(); dead != null; dead = gone.poll()) {
            values.remove(dead);
        }
        values.put(new Kept<>(key, gone), value);
    }

    private static final class Kept<K> extends WeakReference<K> {
        private final int hash;

        Kept(K key, ReferenceQueue<K> gone) {
            super(key, gone);
            this.hash = System.identityHashCode(key);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // by identity: that is what it is for
        public boolean equals(@Nullable Object other) {
            if (this == other) {
                return true;
            }
            K mine = get();
            return mine != null && other instanceof Kept<?> kept && kept.get() == mine;
        }
    }

    private static final class Sought {
        private final Object key;

        Sought(Object key) {
            this.key = key;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(key);
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // as above
        public boolean equals(@Nullable Object other) {
            return other instanceof Sought sought
                    ? sought.key == key
                    : other instanceof Kept<?> kept && kept.get() == key;
        }
    }
}
