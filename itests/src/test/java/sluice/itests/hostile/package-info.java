/** Attacks of guests whom the city has accepted: each has to work where nothing stops it, and none may where the guard does. */
@NullMarked
package sluice.itests.hostile;

import org.jspecify.annotations.NullMarked;
