package sluice.driver.smartbin;

import java.util.List;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Frame;
import sluice.testkit.driver.DriverContract;
import sluice.testkit.driver.TestDevice;

class Ldds75ContractTest extends DriverContract {
    @Override
    protected Driver driver() {
        return new SmartbinDriver();
    }

    @Override
    protected TestDevice device() {
        return TestDevice.of("bin-017", new BinSettings("LDDS75", 1200, 200));
    }

    @Override
    protected List<Frame> goldenFrames() {
        return List.of(
                Frames.ldds75(450, 214),
                Frames.ldds75(1100, -35),
                Frames.hex("0d4a01c200").onPort(2));
    }
}
