package sluice.broker.core.rehearsal;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import sluice.broker.core.model.Reason;

/** What became of one reading. */
public sealed interface Rehearsed {
    /**
     * The recipient is told.
     *
     * @param values output to value, as in {@link Act#values}; what is absent is not in it. Nothing, if the record went into a window or waits:
     *     something may be told later
     */
    record Observed(Map<String, Object> values) implements Rehearsed {
        public Observed {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * The recipient is told nothing.
     *
     * @param reason why not
     */
    record Refused(Reason reason) implements Rehearsed {
        public Refused {
            requireNonNull(reason, "reason is null");
        }
    }
}
