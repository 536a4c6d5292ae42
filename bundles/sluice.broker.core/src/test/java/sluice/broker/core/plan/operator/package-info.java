@NullMarked
package sluice.broker.core.plan.operator;

import org.jspecify.annotations.NullMarked;
