/** The register of devices and of the accounts on the MQTT server, kept in files. */
@NullMarked
package sluice.devices.internal;

import org.jspecify.annotations.NullMarked;
