/** Tests that what is compared does the same. */
@NullMarked
package sluice.benchmarks.decide;

import org.jspecify.annotations.NullMarked;
