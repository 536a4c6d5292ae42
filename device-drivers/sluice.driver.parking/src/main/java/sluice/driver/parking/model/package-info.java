/** The bay sensors that the driver claims, and how their frames are read. */
@NullMarked
package sluice.driver.parking.model;

import org.jspecify.annotations.NullMarked;
