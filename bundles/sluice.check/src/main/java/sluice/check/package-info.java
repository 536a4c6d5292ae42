/** {@code sluice-check}: the guard's scanner for vendors, as a program and as a Maven goal. */
@NullMarked
package sluice.check;

import org.jspecify.annotations.NullMarked;
