/** Frames described rather than programmed: numbers at places, fixed layouts, items with a type in front. */
@NullMarked
package sluice.driver.kit.frame;

import org.jspecify.annotations.NullMarked;
