/** The policy administration point: reads what the city decided from its files, and hands it over as one consistent set. */
@NullMarked
package sluice.policy.internal;

import org.jspecify.annotations.NullMarked;
