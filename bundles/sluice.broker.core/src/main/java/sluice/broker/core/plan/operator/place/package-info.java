/** Operators for points on the map. */
@NullMarked
package sluice.broker.core.plan.operator.place;

import org.jspecify.annotations.NullMarked;
