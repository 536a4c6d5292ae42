package sluice.driver.kit;

import sluice.driver.spi.Frame;

/** Reads one kind of frame. Holds no state; whatever the bytes are, it answers with a value. */
@FunctionalInterface
public interface Codec {
    /**
     * Reads a frame.
     *
     * @param frame on the right port
     * @return what it states, not yet checked for plausibility, or why it can not be read
     */
    Facts read(Frame frame);
}
