package sluice.driver.smartbin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Frame;
import sluice.testkit.driver.DriverFuzz;
import sluice.testkit.driver.TestDevice;

class SmartbinFuzzTest extends DriverFuzz {
    @Override
    protected Driver driver() {
        return new SmartbinDriver();
    }

    @Override
    protected Map<TestDevice, List<Frame>> devices() {
        Map<TestDevice, List<Frame>> devices = new LinkedHashMap<>();
        Frames.golden().forEach((model, frames) -> devices.put(ModelContract.device(model), frames));
        return devices;
    }
}
