/** The operators on whole records that tell what passes later: words, arguments, and how each waits. */
@NullMarked
package sluice.broker.core.plan.operator.waiting;

import org.jspecify.annotations.NullMarked;
