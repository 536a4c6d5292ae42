@NullMarked
package sluice.broker.core.plan.condition;

import org.jspecify.annotations.NullMarked;
