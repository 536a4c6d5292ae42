@NullMarked
package sluice.keys.internal.ring;

import org.jspecify.annotations.NullMarked;
