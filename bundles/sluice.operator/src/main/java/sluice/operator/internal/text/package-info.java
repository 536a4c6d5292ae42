/** The shell's answers as plain text. Pure functions from the ports' values to text. */
@NullMarked
package sluice.operator.internal.text;

import org.jspecify.annotations.NullMarked;
