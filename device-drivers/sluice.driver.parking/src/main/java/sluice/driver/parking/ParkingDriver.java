package sluice.driver.parking;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import sluice.driver.kit.HealthReading;
import sluice.driver.parking.model.ParkingModels;
import sluice.driver.spi.Device;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** Bay sensors, gate counters and car parks; the module's README lists the models. */
@Component(service = Driver.class)
public final class ParkingDriver implements Driver {
    @Override
    public Class<? extends Record> config() {
        return ParkingSettings.class;
    }

    @Override
    public Map<Class<? extends Record>, String> streams() {
        return Map.of(
                BayReading.class, "parking.bay",
                GateReading.class, "parking.gate",
                CarParkReading.class, "parking.occupancy",
                HealthReading.class, "device.health");
    }

    @Override
    public Session open(Device device, Tools tools) {
        ParkingSettings settings = device.config(ParkingSettings.class);
        return switch (settings.model()) {
            case GateSession.MODEL -> new GateSession(device, tools);
            case CarParkSession.MODEL -> new CarParkSession(device, tools, settings.spots());
            default -> new BaySession(device, tools, ParkingModels.ALL.named(settings.model()));
        };
    }
}
