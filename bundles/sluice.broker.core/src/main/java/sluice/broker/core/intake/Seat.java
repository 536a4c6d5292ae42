package sluice.broker.core.intake;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Driver;

/** Where a driver sits while it is here. It arrives and leaves on the framework's threads; the lane waits for it on its own. */
final class Seat {
    private @Nullable Driver driver;
    private boolean closed;

    synchronized void arrive(Driver newcomer) {
        driver = newcomer;
        notifyAll();
    }

    /** Leaves, unless another has taken the seat meanwhile, as in an update. */
    synchronized void leave(Driver leaver) {
        if (driver == leaver) {
            driver = null;
        }
    }

    synchronized void close() {
        closed = true;
        driver = null;
        notifyAll();
    }

    synchronized Optional<Driver> now() {
        return Optional.ofNullable(driver);
    }

    /** The driver, waited for at most so long. */
    synchronized Optional<Driver> within(Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (driver == null && !closed) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                break;
            }
            wait(millis);
        }
        return Optional.ofNullable(driver);
    }
}
