package sluice.broker.core.intake;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.flow.Receipt;
import sluice.broker.core.port.DeviceEntry;
import sluice.driver.spi.Frame;

/**
 * A device's frame on its way to the driver.
 *
 * @param device whose it is
 * @param frame without its envelope
 * @param durablePath whether it may have been on a disk on its way here
 * @param arrivedNanos when it stood at the door, by the platform's ticker
 * @param receipt tells the transport
 */
record Message(DeviceEntry device, Frame frame, boolean durablePath, long arrivedNanos, Receipt receipt) {
    Message {
        requireNonNull(device, "device is null");
        requireNonNull(frame, "frame is null");
        requireNonNull(receipt, "receipt is null");
    }
}
