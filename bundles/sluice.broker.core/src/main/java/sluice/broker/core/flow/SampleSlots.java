package sluice.broker.core.flow;

import sluice.broker.core.shape.Slots;

/**
 * One record of a simulated device.
 *
 * @param before the reading's values
 * @param after the observation's values
 */
record SampleSlots(Slots before, Slots after) {}
