/** The tamper-evident record of what flowed: a Merkle tree of entries that a journal made durable. */
@NullMarked
package sluice.ledger.internal;

import org.jspecify.annotations.NullMarked;
