/** The tamper-evident record of what flowed: a hash chain on a journal. */
@NullMarked
package sluice.ledger.internal;

import org.jspecify.annotations.NullMarked;
