/** What drivers and applications have in common: a thread of their own, a clock on every call, and notes for the operator. */
@NullMarked
package sluice.broker.core.guest;

import org.jspecify.annotations.NullMarked;
