/** A test's own bundle that tries to get at Karaf's principals. No city application could even ask. */
@NullMarked
package sluice.itests.forger;

import org.jspecify.annotations.NullMarked;
