package sluice.driver.smartbin;

import java.util.Map;
import org.osgi.service.component.annotations.Component;
import sluice.driver.spi.Device;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** Level sensors in waste containers; see the package for the models. */
@Component(service = Driver.class)
public final class SmartbinDriver implements Driver {
    @Override
    public Class<? extends Record> config() {
        return BinSettings.class;
    }

    @Override
    public Map<Class<? extends Record>, String> streams() {
        return Map.of(ContainerReading.class, "waste.container");
    }

    @Override
    public Session open(Device device, Tools tools) {
        BinSettings settings = device.config(BinSettings.class);
        Model model = Model.named(settings.model())
                .orElseThrow(() -> new IllegalArgumentException(
                        "`model` must be `LDDS75`, `EM400-MUD` or `EM310-UDL`, got `" + settings.model() + "`"));
        Geometry geometry = new Geometry(settings.sensorToFloorMm(), settings.sensorToFullMm());
        return new BinSession(device, tools, model, geometry);
    }
}
