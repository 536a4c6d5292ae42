/**
 * Verifies a log in C2SP's tlog-tiles layout from its files alone: for auditors, who should not have to trust the code that wrote it. Shares
 * no code with the writer, by intention: arithmetic, notes and formats are written a second time from RFC 9162 and C2SP.
 */
@NullMarked
package sluice.ledger.verify;

import org.jspecify.annotations.NullMarked;
