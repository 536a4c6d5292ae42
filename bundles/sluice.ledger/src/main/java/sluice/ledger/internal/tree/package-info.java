/** The ledger's files: tiles and checkpoints made from the journal, and their examination. */
@NullMarked
package sluice.ledger.internal.tree;

import org.jspecify.annotations.NullMarked;
