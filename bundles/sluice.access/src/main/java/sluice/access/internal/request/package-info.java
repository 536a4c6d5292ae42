/** Web requests: from our own pages only. */
@NullMarked
package sluice.access.internal.request;

import org.jspecify.annotations.NullMarked;
