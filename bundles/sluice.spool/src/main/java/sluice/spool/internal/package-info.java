/** Observations without personal information that wait on disk for their recipient. */
@NullMarked
package sluice.spool.internal;

import org.jspecify.annotations.NullMarked;
