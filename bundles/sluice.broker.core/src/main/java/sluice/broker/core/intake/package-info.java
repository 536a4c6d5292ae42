/** From the door to a reading: envelopes, devices, and the threads on which drivers run. */
@NullMarked
package sluice.broker.core.intake;

import org.jspecify.annotations.NullMarked;
