/** Operators for values of any type. */
@NullMarked
package sluice.broker.core.plan.operator.plain;

import org.jspecify.annotations.NullMarked;
