@NullMarked
package sluice.keys.internal.vault;

import org.jspecify.annotations.NullMarked;
