/** Keys at rest: sealed under a wrap key that is overwritten whenever one of them is destroyed. */
@NullMarked
package sluice.keys.internal.vault;

import org.jspecify.annotations.NullMarked;
