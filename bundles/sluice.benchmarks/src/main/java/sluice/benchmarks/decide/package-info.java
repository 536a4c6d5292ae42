/** What a decision, a swap and a plan cost among a thousand plans, and what other engines take for the same rules. */
@NullMarked
package sluice.benchmarks.decide;

import org.jspecify.annotations.NullMarked;
