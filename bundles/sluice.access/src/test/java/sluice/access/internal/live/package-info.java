@NullMarked
package sluice.access.internal.live;

import org.jspecify.annotations.NullMarked;
