/**
 * What holds records back to tell something about many of them: tumbling windows with groups, thresholds and complementary suppression. Plain
 * structures in bounded memory; nothing of them is ever on a disk, and no name of anybody is in them: subjects are keyed digests.
 */
@NullMarked
package sluice.broker.core.window;

import org.jspecify.annotations.NullMarked;
