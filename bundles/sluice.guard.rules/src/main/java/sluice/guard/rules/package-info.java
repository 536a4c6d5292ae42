/** What code of a stranger may be: the allow-list of the JDK, the shape of a bundle, and the scanner that checks both. Plain Java. */
@NullMarked
package sluice.guard.rules;

import org.jspecify.annotations.NullMarked;
