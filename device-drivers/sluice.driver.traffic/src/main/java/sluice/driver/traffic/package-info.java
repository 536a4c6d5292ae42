/**
 * Roads: what detectors count, what signals show, and which radio addresses pass a travel-time reader. The last are people's: they are told as
 * {@code DIRECT}, and everything else that a reader hears is dropped here.
 */
@NullMarked
package sluice.driver.traffic;

import org.jspecify.annotations.NullMarked;
