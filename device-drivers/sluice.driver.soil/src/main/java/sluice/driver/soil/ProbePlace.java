package sluice.driver.soil;

/** Where somebody put a thermometer that hangs on a cable. */
public enum ProbePlace {
    /** In the ground. */
    SOIL,
    /** Under the sky, shaded. */
    AIR
}
