/** Keys of records, one for each purpose and deadline, and their destruction. */
@NullMarked
package sluice.store.internal.keys;

import org.jspecify.annotations.NullMarked;
