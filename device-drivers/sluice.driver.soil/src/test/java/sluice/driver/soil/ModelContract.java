package sluice.driver.soil;

import java.util.List;
import java.util.Objects;
import sluice.driver.spi.Driver;
import sluice.driver.spi.Frame;
import sluice.testkit.driver.DriverContract;
import sluice.testkit.driver.TestDevice;

/** The platform's contract, for one model of the table. */
abstract class ModelContract extends DriverContract {
    private final String model;

    ModelContract(String model) {
        this.model = model;
    }

    static TestDevice device(String model) {
        return TestDevice.of("probe-3", new SoilSettings(model, ProbePlace.SOIL));
    }

    @Override
    protected Driver driver() {
        return new SoilDriver();
    }

    @Override
    protected TestDevice device() {
        return device(model);
    }

    @Override
    protected List<Frame> goldenFrames() {
        return Objects.requireNonNull(Frames.golden().get(model));
    }
}
