package sluice.driver.soil;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import sluice.driver.kit.HealthReading;
import sluice.driver.soil.model.SoilModels;
import sluice.driver.spi.Device;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** Soil probes, weather stations and valves; the module's README lists the models. */
@Component(service = Driver.class)
public final class SoilDriver implements Driver {
    @Override
    public Class<? extends Record> config() {
        return SoilSettings.class;
    }

    @Override
    public Map<Class<? extends Record>, String> streams() {
        return Map.of(
                SoilReading.class, "soil.probe",
                WeatherReading.class, "weather.station",
                ValveReading.class, "irrigation.valve",
                HealthReading.class, "device.health");
    }

    @Override
    public Session open(Device device, Tools tools) {
        SoilSettings settings = device.config(SoilSettings.class);
        if (settings.model().equals(Controller.MODEL)) {
            return new Controller(device, tools);
        }
        return new SoilSession(device, SoilModels.ALL.named(settings.model()), settings.probe());
    }
}
