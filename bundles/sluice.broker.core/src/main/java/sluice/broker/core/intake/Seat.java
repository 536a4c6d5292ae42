package sluice.broker.core.intake;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import sluice.driver.spi.Driver;

/** Where a driver sits while it is here. It arrives and leaves on the framework's threads; the lane waits for it on its own. */
final class Seat {
    private @Nullable Driver driver;
    private boolean closed;
    private long awaySince = System.nanoTime();

    synchronized void arrive(Driver newcomer) {
        driver = newcomer;
        notifyAll();
    }

    /** Leaves, unless another has taken the seat meanwhile, as in an update. */
    synchronized void leave(Driver leaver) {
        if (driver == leaver) {
            driver = null;
            awaySince = System.nanoTime();
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

    /** The driver, waited for until so long after it left; whoever comes later than that does not wait. */
    synchronized Optional<Driver> within(Duration patience) throws InterruptedException {
        while (driver == null && !closed) {
            long millis = (awaySince + patience.toNanos() - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                break;
            }
            wait(millis);
        }
        return Optional.ofNullable(driver);
    }
}
