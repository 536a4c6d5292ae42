package sluice.driver.alpr;

import java.util.List;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Frame;
import sluice.testkit.driver.DriverContract;
import sluice.testkit.driver.TestDevice;

class AlprContractTest extends DriverContract {
    @Override
    protected Driver driver() {
        return new AlprDriver();
    }

    @Override
    protected TestDevice device() {
        return TestDevice.of("camera-2", new CameraSettings("king-st-w/3"));
    }

    @Override
    protected List<Frame> goldenFrames() {
        return List.of(
                Messages.frame(Messages.GROUP), Messages.frame(Messages.OLD_GROUP), Messages.frame(Messages.HEARTBEAT));
    }
}
