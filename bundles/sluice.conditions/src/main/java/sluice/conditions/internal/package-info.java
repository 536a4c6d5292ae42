/** The registers as files, and what they say. */
@NullMarked
package sluice.conditions.internal;

import org.jspecify.annotations.NullMarked;
