/** What mediation costs, against somebody who writes the same mapping by hand and trusts himself. */
@NullMarked
package sluice.benchmarks;

import org.jspecify.annotations.NullMarked;
