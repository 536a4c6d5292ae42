/** A city for tests: a real framework with the guard, real jars and keys; only the agent is played. */
@NullMarked
package sluice.guard.internal.trial;

import org.jspecify.annotations.NullMarked;
