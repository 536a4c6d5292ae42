/** Going live: checks, then listeners with TLS. */
@NullMarked
package sluice.access.internal.live;

import org.jspecify.annotations.NullMarked;
