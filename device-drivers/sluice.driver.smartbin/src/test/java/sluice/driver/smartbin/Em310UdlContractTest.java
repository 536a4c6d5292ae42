package sluice.driver.smartbin;

import java.util.List;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Frame;
import sluice.testkit.driver.DriverContract;
import sluice.testkit.driver.TestDevice;

class Em310UdlContractTest extends DriverContract {
    @Override
    protected Driver driver() {
        return new SmartbinDriver();
    }

    @Override
    protected TestDevice device() {
        return TestDevice.of("bin-017", new BinSettings("EM310-UDL", 1200, 200));
    }

    @Override
    protected List<Frame> goldenFrames() {
        return List.of(Frames.em310udl(700, false), Frames.em310udl(4000, true));
    }
}
