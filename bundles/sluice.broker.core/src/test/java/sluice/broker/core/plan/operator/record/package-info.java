@NullMarked
package sluice.broker.core.plan.operator.record;

import org.jspecify.annotations.NullMarked;
