/** A test's own application that is slow. */
@NullMarked
package sluice.itests.sleeper;

import org.jspecify.annotations.NullMarked;
