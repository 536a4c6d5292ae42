package sluice.broker.internal;

import java.util.Map;
import sluice.driver.spi.Device;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Session;
import sluice.driver.spi.Tools;

/** A driver whose component is made on the driver's own thread. */
final class LentDriver implements Driver {
    private final Lent<Driver> driver;

    LentDriver(Lent<Driver> driver) {
        this.driver = driver;
    }

    @Override
    public Class<? extends Record> config() {
        return driver.get().config();
    }

    @Override
    public Map<Class<? extends Record>, String> streams() {
        return driver.get().streams();
    }

    @Override
    public Session open(Device device, Tools tools) {
        return driver.get().open(device, tools);
    }
}
