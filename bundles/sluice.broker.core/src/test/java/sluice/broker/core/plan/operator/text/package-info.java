@NullMarked
package sluice.broker.core.plan.operator.text;

import org.jspecify.annotations.NullMarked;
