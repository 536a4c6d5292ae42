@NullMarked
package sluice.broker.core.plan.operator.time;

import org.jspecify.annotations.NullMarked;
