package sluice.driver.smartbin;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import sluice.driver.kit.HealthReading;
import sluice.driver.kit.Model;
import sluice.driver.smartbin.model.BinModels;
import sluice.driver.spi.Device;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** Sensors in waste containers; the module's README lists the models. */
@Component(service = Driver.class)
public final class SmartbinDriver implements Driver {
    @Override
    public Class<? extends Record> config() {
        return BinSettings.class;
    }

    @Override
    public Map<Class<? extends Record>, String> streams() {
        return Map.of(ContainerReading.class, "waste.container", HealthReading.class, "device.health");
    }

    @Override
    public Session open(Device device, Tools tools) {
        BinSettings settings = device.config(BinSettings.class);
        if (settings.model().equals(Station.MODEL)) {
            return new BinSession(device, tools, new Station(tools)::read, null);
        }
        Model model = BinModels.ALL.named(settings.model());
        Geometry geometry =
                BinModels.measuresDistance(model) ? Geometry.of(settings, BinModels.sendsSteps(model)) : null;
        return new BinSession(device, tools, model::read, geometry);
    }
}
