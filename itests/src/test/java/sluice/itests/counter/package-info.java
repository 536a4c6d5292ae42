/** A test's own application that is a lawful guest: pure code of a vendor that the test invents. */
@NullMarked
package sluice.itests.counter;

import org.jspecify.annotations.NullMarked;
