package sluice.driver.parking;

/** A spot's status, in the words of Smart Data Models' {@code ParkingSpot}. */
public enum BayStatus {
    /** Nothing stands there. */
    FREE,
    /** Something stands there. */
    OCCUPIED
}
