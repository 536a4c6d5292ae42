/** The sensors that the driver claims, and how their frames are read. */
@NullMarked
package sluice.driver.smartbin.model;

import org.jspecify.annotations.NullMarked;
