/** Operators that keep what is told of single records for a while: in memory, bounded, and lost with it. */
@NullMarked
package sluice.broker.core.waiting;

import org.jspecify.annotations.NullMarked;
