@NullMarked
package sluice.mqtt.server.internal;

import org.jspecify.annotations.NullMarked;
