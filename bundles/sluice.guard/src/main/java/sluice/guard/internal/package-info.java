/** The guard's hooks and its decisions. */
@NullMarked
package sluice.guard.internal;

import org.jspecify.annotations.NullMarked;
