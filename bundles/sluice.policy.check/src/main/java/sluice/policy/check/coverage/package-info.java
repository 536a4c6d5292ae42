/** Which rules a city's tests have hit. */
@NullMarked
package sluice.policy.check.coverage;

import org.jspecify.annotations.NullMarked;
