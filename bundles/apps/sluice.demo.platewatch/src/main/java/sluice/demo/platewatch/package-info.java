/** A demonstration of what does not bind: an application that asks for plates under a purpose that may not have them. */
@NullMarked
package sluice.demo.platewatch;

import org.jspecify.annotations.NullMarked;
