@NullMarked
package sluice.keys.internal;

import org.jspecify.annotations.NullMarked;
