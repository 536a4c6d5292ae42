/** Keys in memory: one for each name and epoch, made when asked for, destroyed when over. */
@NullMarked
package sluice.keys.internal.ring;

import org.jspecify.annotations.NullMarked;
