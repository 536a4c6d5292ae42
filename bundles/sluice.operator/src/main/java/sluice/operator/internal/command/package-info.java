/** The shell's commands. Each asks the platform, and prints what {@code sluice.operator.internal.text} makes of the answer. */
@NullMarked
package sluice.operator.internal.command;

import org.jspecify.annotations.NullMarked;
