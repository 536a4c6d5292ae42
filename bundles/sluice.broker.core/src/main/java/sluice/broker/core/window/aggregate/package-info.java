/** What is computed of the values of a group. Each takes one value of a subject, in memory that is bounded, and tells it if enough have one. */
@NullMarked
package sluice.broker.core.window.aggregate;

import org.jspecify.annotations.NullMarked;
