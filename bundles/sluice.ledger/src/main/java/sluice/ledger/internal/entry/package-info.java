/** What an entry of the ledger says: its leaf, for everybody and for good, and its opening, which can be forgotten. */
@NullMarked
package sluice.ledger.internal.entry;

import org.jspecify.annotations.NullMarked;
