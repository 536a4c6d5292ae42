package sluice.broker.core.plan;

import sluice.broker.core.plan.operator.waiting.WaitKind;
import sluice.broker.core.window.Recipe;

/** What becomes of what a plan makes of one record, if it is not told at once. Closed. */
public sealed interface Later {
    /** It is told at once. */
    AtOnce AT_ONCE = new AtOnce();

    /** It is told at once. */
    record AtOnce() implements Later {}

    /**
     * It goes into windows, of which something is told in the end.
     *
     * @param recipe what is told
     */
    record Windows(Recipe recipe) implements Later {}

    /**
     * It is kept for a while.
     *
     * @param how by what
     */
    record Waits(WaitKind.Wait how) implements Later {}
}
