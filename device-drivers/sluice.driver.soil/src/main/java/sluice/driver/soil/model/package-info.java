/** The devices that the driver claims, and how their frames are read. */
@NullMarked
package sluice.driver.soil.model;

import org.jspecify.annotations.NullMarked;
