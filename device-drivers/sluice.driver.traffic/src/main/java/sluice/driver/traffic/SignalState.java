package sluice.driver.traffic;

/** What a phase shows. */
public enum SignalState {
    /** Stop. */
    RED,
    /** Stop if possible. */
    AMBER,
    /** Go. */
    GREEN
}
