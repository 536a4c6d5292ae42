/**
 * An append-only log on preallocated files: what was acknowledged is on disk, in order, and a damaged entry is named and never passed
 * over in silence. Plain Java; a bundle that needs one embeds this package.
 */
@NullMarked
package sluice.journal;

import org.jspecify.annotations.NullMarked;
