/** The operators that policies may name. Each room below holds those for one kind of value; {@code kind} says what an operator is. */
@NullMarked
package sluice.broker.core.plan.operator;

import org.jspecify.annotations.NullMarked;
