/** What policies can compute of the groups of a window: words, arguments, and what each does to a label. */
@NullMarked
package sluice.broker.core.plan.operator.window;

import org.jspecify.annotations.NullMarked;
