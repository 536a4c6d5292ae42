/** The services of this bundle, and how they are configured. */
@NullMarked
package sluice.keys.internal;

import org.jspecify.annotations.NullMarked;
