/** The envelopes that LoRaWAN network servers put around a device's frame, whatever transport brought them. */
@NullMarked
package sluice.lorawan.internal;

import org.jspecify.annotations.NullMarked;
