/** Signed notes, checkpoints and cosignatures as C2SP's signed-note, tlog-checkpoint and tlog-cosignature describe them. */
@NullMarked
package sluice.tlog.note;

import org.jspecify.annotations.NullMarked;
