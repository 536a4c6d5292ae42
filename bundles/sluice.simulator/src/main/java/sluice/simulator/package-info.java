/** A small invented city that talks to a real server: smart bins over MQTT, plate cameras over HTTP. */
@NullMarked
package sluice.simulator;

import org.jspecify.annotations.NullMarked;
