/**
 * Level sensors in waste containers: what the sensor measures downwards becomes how full the container is.
 *
 * <p>Claims the LoRaWAN payloads of Dragino LDDS75, Milesight EM400-MUD and Milesight EM310-UDL.
 */
@NullMarked
package sluice.driver.smartbin;

import org.jspecify.annotations.NullMarked;
