/** Brings messages from an MQTT server to the broker's door, and acknowledges them at their commit point. Exports nothing. */
@NullMarked
package sluice.transport.mqtt.internal;

import org.jspecify.annotations.NullMarked;
