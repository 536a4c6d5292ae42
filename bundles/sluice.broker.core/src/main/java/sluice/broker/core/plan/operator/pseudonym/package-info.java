/** Operators that give a person, a vehicle or a device a name that only one recipient knows, for a time. */
@NullMarked
package sluice.broker.core.plan.operator.pseudonym;

import org.jspecify.annotations.NullMarked;
