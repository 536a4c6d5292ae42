package sluice.broker.core.intake;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.model.Reason;
import sluice.broker.core.port.DeviceEntry;
import sluice.driver.spi.Frame;

/** Where a message belongs. */
sealed interface Sorted {
    /**
     * To a device's driver.
     *
     * @param device whose it is
     * @param frame without its envelope
     */
    record To(DeviceEntry device, Frame frame) implements Sorted {
        public To {
            requireNonNull(device, "device is null");
            requireNonNull(frame, "frame is null");
        }
    }

    /**
     * It carries nothing, and says that a device's counter starts again.
     *
     * @param device which
     */
    record Joined(DeviceEntry device) implements Sorted {
        public Joined {
            requireNonNull(device, "device is null");
        }
    }

    /**
     * Nowhere.
     *
     * @param reason why, for the count
     */
    record Nowhere(Reason reason) implements Sorted {
        public Nowhere {
            requireNonNull(reason, "reason is null");
        }
    }
}
