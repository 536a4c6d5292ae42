package sluice.devices.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import sluice.broker.core.port.MqttSource;
import sluice.broker.core.port.MqttSources;
import sluice.broker.core.port.Subscription;

/** The accounts of the register. */
@Component(name = "sluice.devices.sources", service = MqttSources.class)
public final class SourceRegistry implements MqttSources {
    private final DeviceRegistry registry;

    @Activate
    public SourceRegistry(@Reference DeviceRegistry registry) {
        this.registry = registry;
    }

    @Override
    public List<MqttSource> all() {
        return registry.sources();
    }

    @Override
    public Subscription onChange(Runnable changed) {
        return registry.onSourcesChange(changed);
    }
}
