@NullMarked
package sluice.transport.mqtt.internal;

import org.jspecify.annotations.NullMarked;
