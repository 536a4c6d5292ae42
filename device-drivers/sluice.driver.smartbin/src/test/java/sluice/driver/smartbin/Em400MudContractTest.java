package sluice.driver.smartbin;

import java.util.List;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Frame;
import sluice.testkit.driver.DriverContract;
import sluice.testkit.driver.TestDevice;

class Em400MudContractTest extends DriverContract {
    @Override
    protected Driver driver() {
        return new SmartbinDriver();
    }

    @Override
    protected TestDevice device() {
        return TestDevice.of("bin-017", new BinSettings("EM400-MUD", 1200, 200));
    }

    @Override
    protected List<Frame> goldenFrames() {
        return List.of(
                Frames.em400mud(700, false),
                Frames.em400mud(4000, true),
                Frames.hex("8367f6ff018482bc0201").onPort(85),
                Frames.hex("ff0bffff0101").onPort(85));
    }
}
