/** Where operators decide: who may run, and whose signature counts. */
@NullMarked
package sluice.guard.internal.desk;

import org.jspecify.annotations.NullMarked;
