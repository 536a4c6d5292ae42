/** The agent on real JVMs, with a real Felix. */
@NullMarked
package sluice.guard.agent;

import org.jspecify.annotations.NullMarked;
