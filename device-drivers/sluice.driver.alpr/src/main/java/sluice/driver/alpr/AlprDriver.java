package sluice.driver.alpr;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import sluice.driver.spi.Device;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** Licence-plate cameras with an OpenALPR agent. */
@Component(service = Driver.class)
public final class AlprDriver implements Driver {
    @Override
    public Class<? extends Record> config() {
        return CameraSettings.class;
    }

    @Override
    public Map<Class<? extends Record>, String> streams() {
        return Map.of(PlateReading.class, "traffic.plate");
    }

    @Override
    public Session open(Device device, Tools tools) {
        String segment = device.config(CameraSettings.class).segment();
        if (segment.isBlank()) {
            throw new IllegalArgumentException("`segment` is blank; name the road segment that the camera watches");
        }
        return new CameraSession(segment, tools);
    }
}
