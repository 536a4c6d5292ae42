/** What an operator is: the contract between the compiler and the operators. */
@NullMarked
package sluice.broker.core.plan.operator.kind;

import org.jspecify.annotations.NullMarked;
