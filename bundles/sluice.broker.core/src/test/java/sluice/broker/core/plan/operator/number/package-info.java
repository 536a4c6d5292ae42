@NullMarked
package sluice.broker.core.plan.operator.number;

import org.jspecify.annotations.NullMarked;
