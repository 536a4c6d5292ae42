/** The operators: each takes one value and gives one that says no more. */
@NullMarked
package sluice.broker.core.plan.operator;

import org.jspecify.annotations.NullMarked;
