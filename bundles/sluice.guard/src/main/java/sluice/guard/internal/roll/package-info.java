/** Who is here, what is told about them, and how they are taken down and started. */
@NullMarked
package sluice.guard.internal.roll;

import org.jspecify.annotations.NullMarked;
