/** What a city expects of its rules, reading by reading, and whether it is so. */
@NullMarked
package sluice.policy.check.trial;

import org.jspecify.annotations.NullMarked;
