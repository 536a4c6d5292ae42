/** Tells the crews which waste containers to empty on their next round, from fill levels alone. */
@NullMarked
package sluice.app.waste;

import org.jspecify.annotations.NullMarked;
