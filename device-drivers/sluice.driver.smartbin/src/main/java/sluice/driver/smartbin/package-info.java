/** Sensors in waste containers: how full, how heavy, on fire, askew, how often opened. The models are in {@code sluice.driver.smartbin.model}. */
@NullMarked
package sluice.driver.smartbin;

import org.jspecify.annotations.NullMarked;
