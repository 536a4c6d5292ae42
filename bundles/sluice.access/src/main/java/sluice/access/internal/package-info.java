/** How this bundle counts and what it tells the operator. */
@NullMarked
package sluice.access.internal;

import org.jspecify.annotations.NullMarked;
