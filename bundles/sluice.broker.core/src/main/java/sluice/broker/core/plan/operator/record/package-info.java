/** Operators that hold back whole records. */
@NullMarked
package sluice.broker.core.plan.operator.record;

import org.jspecify.annotations.NullMarked;
