package sluice.driver.traffic;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import sluice.driver.kit.HealthReading;
import sluice.driver.spi.Device;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** Detectors, signal controllers and travel-time readers that send JSON; the module's README has their messages. */
@Component(service = Driver.class)
public final class TrafficDriver implements Driver {
    @Override
    public Class<? extends Record> config() {
        return TrafficSettings.class;
    }

    @Override
    public Map<Class<? extends Record>, String> streams() {
        return Map.of(
                FlowReading.class, "traffic.flow",
                SignalReading.class, "traffic.signal",
                PassageReading.class, "traffic.reader",
                HealthReading.class, "device.health");
    }

    @Override
    public Session open(Device device, Tools tools) {
        TrafficSettings settings = device.config(TrafficSettings.class);
        Reports reports = switch (settings.model()) {
            case "DETECTOR" -> new Detector(named(settings.segment()), device);
            case "SIGNAL" -> new Signal(device);
            case "TRAVEL-TIME" -> new TravelTime(named(settings.segment()), tools);
            default -> throw new IllegalArgumentException("`model` must be one of DETECTOR, SIGNAL, TRAVEL-TIME");
        };
        return new TrafficSession(device.id(), tools, reports);
    }

    private static String named(@Nullable String segment) {
        if (segment == null || segment.isBlank()) {
            throw new IllegalArgumentException("`segment` is blank; name the road segment that the device watches");
        }
        return segment;
    }
}
