package sluice.driver.spi;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One device, seen by its driver: it may remember what it needs to read the next frame.
 *
 * <p>Called on the driver's thread only, one call at a time. A call should end within 200 ms; one that takes longer makes its driver
 * <em>stalled</em>, which the operator sees, and after 2 s it is interrupted and its frame refused ({@code driver-stalled}). An exception
 * from here refuses the frame that was being read ({@code driver-failed}), is counted by its class name, and its message is thrown away.
 */
@ConsumerType
public interface Session {
    /**
     * Reads one frame.
     *
     * @param frame what the device sent, once, in the order of arrival
     * @return the readings in it (often one, perhaps none), or why it was refused
     */
    Decoded on(Frame frame);

    /**
     * Called about once a minute, so that a session can report what silence means.
     *
     * @param now the platform's time
     * @return readings that follow from the passing of time; usually none
     */
    default List<Reading> tick(Instant now) {
        return List.of();
    }
}
