package sluice.transport.mqtt.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import sluice.broker.core.port.MqttSource;
import sluice.broker.core.port.MqttSources;
import sluice.broker.core.port.Subscription;

/** Accounts that a test changes. */
final class FakeSources implements MqttSources {
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile List<MqttSource> sources;

    FakeSources(MqttSource... sources) {
        this.sources = List.of(sources);
    }

    void set(MqttSource... changed) {
        sources = List.of(changed);
        listeners.forEach(Runnable::run);
    }

    @Override
    public List<MqttSource> all() {
        return sources;
    }

    @Override
    public Subscription onChange(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }
}
