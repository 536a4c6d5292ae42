@NullMarked
package sluice.broker.core.plan.operator.pseudonym;

import org.jspecify.annotations.NullMarked;
