package sluice.broker.core.port;

import static java.util.Objects.requireNonNull;

import sluice.broker.core.model.Reason;

/** What became of a message, at its commit point. */
public sealed interface Outcome {
    /** Every recipient that may have it has it, or it was counted as not for them. Acknowledge. */
    record Committed() implements Outcome {}

    /**
     * Refused and counted; it must not come again. Acknowledge.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements Outcome {
        public Refused {
            requireNonNull(reason, "reason is null");
        }
    }

    /**
     * The platform can not take it now. Do not acknowledge: it shall come again.
     *
     * @param reason why
     */
    record Unavailable(Reason reason) implements Outcome {
        public Unavailable {
            requireNonNull(reason, "reason is null");
        }
    }

    /** The one committed outcome. */
    Outcome COMMITTED = new Committed();

    /**
     * Whether the sender is to be told that the message arrived for good.
     *
     * @return false for {@link Unavailable} only
     */
    default boolean acknowledges() {
        return !(this instanceof Unavailable);
    }
}
