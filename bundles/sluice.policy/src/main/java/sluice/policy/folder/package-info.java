/** The city's files read once, for whoever rehearses them: no watch, no service. Embedded, not exported. */
@NullMarked
package sluice.policy.folder;

import org.jspecify.annotations.NullMarked;
