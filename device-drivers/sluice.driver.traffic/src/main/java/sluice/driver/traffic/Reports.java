package sluice.driver.traffic;

import java.time.Instant;
import sluice.driver.spi.Json;

/** What one kind of device reports in a message. */
@FunctionalInterface
interface Reports {
    /** A frame holds at most 64 readings; four are left for the device's health. */
    int MOST = 60;

    /**
     * Reads a message.
     *
     * @param message the device's JSON
     * @param observed the message's own time, else when it was received
     * @return the records in it, or why they can not be told
     */
    Outcome read(Json message, Instant observed);
}
