package sluice.driver.traffic;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import sluice.driver.spi.Refusal;

/** What became of a message. */
sealed interface Outcome {
    /**
     * A record and when it was observed.
     *
     * @param about the record
     * @param at when
     */
    record Told(Record about, Instant at) {}

    /**
     * The message was read.
     *
     * @param all in order
     */
    record Read(List<Told> all) implements Outcome {
        public Read {
            all = List.copyOf(all);
        }
    }

    /**
     * It could not be read.
     *
     * @param refusal why
     */
    record Unread(Refusal refusal) implements Outcome {}

    default <T> T fold(Function<List<Told>, T> read, Function<Refusal, T> unread) {
        return this instanceof Read told ? read.apply(told.all()) : unread.apply(((Unread) this).refusal());
    }
}
