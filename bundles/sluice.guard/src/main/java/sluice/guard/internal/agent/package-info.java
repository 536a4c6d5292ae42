/** The other half of the guard as this half sees it, and which of the layers are on. */
@NullMarked
package sluice.guard.internal.agent;

import org.jspecify.annotations.NullMarked;
