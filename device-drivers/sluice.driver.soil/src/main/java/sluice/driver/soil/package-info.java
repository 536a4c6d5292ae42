/** Soil probes, weather stations and valves of parks. The models are in {@code sluice.driver.soil.model}. */
@NullMarked
package sluice.driver.soil;

import org.jspecify.annotations.NullMarked;
