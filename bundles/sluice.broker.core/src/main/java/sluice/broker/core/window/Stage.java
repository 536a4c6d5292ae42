package sluice.broker.core.window;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sluice.broker.core.model.Reason;

/** Takes what a plan made of single records, and gives something later: windows, or operators that wait. Safe for several threads. */
public interface Stage {
    /**
     * Takes a record in.
     *
     * @param incoming the record
     * @param now the platform's time
     * @return null if it was taken in, or why not
     */
    @Nullable
    Reason take(Incoming incoming, Instant now);

    /**
     * Ends what is over.
     *
     * @param now the platform's time
     * @return what is to be told since it was asked last, in order
     */
    List<Closed> close(Instant now);

    /**
     * Gives up what is not over. Nothing is taken in afterwards.
     *
     * @return what is to be told since it was asked last; what was given up as void
     */
    List<Closed> abandon();
}
