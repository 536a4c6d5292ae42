/** Counts how many vehicles pass each road segment, for traffic planning; it never sees a plate. */
@NullMarked
package sluice.app.planning;

import org.jspecify.annotations.NullMarked;
