/** Classes that no guest may have: the ways out of the sandbox, each in a class of its own. */
@NullMarked
package sluice.guard.rules.unlawful;

import org.jspecify.annotations.NullMarked;
