/** Bays, gates and car parks: what is free, and how many came and went; never who. The sensors are in {@code sluice.driver.parking.model}. */
@NullMarked
package sluice.driver.parking;

import org.jspecify.annotations.NullMarked;
