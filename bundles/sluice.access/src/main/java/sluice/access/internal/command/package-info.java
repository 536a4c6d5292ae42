/** Commands of the Karaf shell. */
@NullMarked
package sluice.access.internal.command;

import org.jspecify.annotations.NullMarked;
