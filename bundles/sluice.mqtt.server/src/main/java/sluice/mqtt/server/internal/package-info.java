/** The embedded MQTT server: a gate of our own in front of Artemis, and Artemis behind it. Exports nothing. */
@NullMarked
package sluice.mqtt.server.internal;

import org.jspecify.annotations.NullMarked;
