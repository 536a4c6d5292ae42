/** The guard on a real Felix, with real jars that are really signed; only the agent is played. */
@NullMarked
package sluice.guard.internal;

import org.jspecify.annotations.NullMarked;
