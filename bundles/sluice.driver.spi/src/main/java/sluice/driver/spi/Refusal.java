package sluice.driver.spi;

/** Why a driver would not read a frame. Each is counted under its own name; none carries anything of the frame. */
public enum Refusal {
    /** The bytes are not of the format that they claim: bad JSON, a bad checksum, an impossible type. */
    MALFORMED,
    /** The frame ends before its message does. */
    TRUNCATED,
    /** No message of this device comes on that port. */
    UNKNOWN_PORT,
    /** A well-formed message of a kind that this driver does not claim: a sibling model's, a newer version's. */
    UNKNOWN_MESSAGE,
    /** Well-formed, and it can not be true: a level above the rim, a battery of 40 volts. */
    IMPLAUSIBLE
}
