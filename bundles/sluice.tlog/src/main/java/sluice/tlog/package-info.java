/**
 * A Merkle tree of the kind that RFC 6962 and RFC 9162 describe, cut into tiles as C2SP's tlog-tiles lays them out, and the proofs that a
 * tile reader can make and check. Plain Java; whoever needs it embeds it.
 */
@NullMarked
package sluice.tlog;

import org.jspecify.annotations.NullMarked;
