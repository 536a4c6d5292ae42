package sluice.broker.core.plan.operator.kind;

import java.util.Set;
import java.util.function.LongFunction;
import sluice.broker.core.model.Argument;
import sluice.broker.core.model.Label;
import sluice.broker.core.model.Reason;

/** An operator on whole records, as policies name it: it lets a record pass to the recipient, or holds it back. */
public interface ScreenKind {
    /**
     * The word in the policy file.
     *
     * @return for example {@code filter}
     */
    String name();

    /**
     * What is the same for every argument.
     *
     * @return delay and vocabulary; no types
     */
    Facts facts();

    /**
     * Under which reason a record that it holds back is counted.
     *
     * @return one of its own
     */
    Reason reason();

    /**
     * Reads the argument.
     *
     * @param argument as the policy has it
     * @return the operator with it, or what is wrong
     */
    Parsed<Fitting> parse(Argument argument);

    /** An operator with its argument. */
    @FunctionalInterface
    interface Fitting {
        /**
         * Fits it to a stream.
         *
         * @param setting the stream and the map
         * @return how to make it, or why it does not fit
         */
        Fit fit(Setting setting);

        /**
         * The zones that the argument names.
         *
         * @return names, known to the city or not
         */
        default Set<String> zones() {
            return Set.of();
        }
    }

    /** Whether a screen fits a stream. */
    sealed interface Fit {
        /**
         * It fits.
         *
         * @param label label of what a record's passing tells about the record
         * @param coarsened fields of which it tells something coarser than they are, and for that reason under a lower label
         * @param maker makes the screen of one flow, from 64 bits that no other flow has
         */
        record Fits(Label label, Set<String> coarsened, LongFunction<Screen> maker) implements Fit {
            public Fits {
                coarsened = Set.copyOf(coarsened);
            }

            /**
             * A screen whose choice does not depend on what is in the record.
             *
             * @param maker makes the screen of one flow
             * @return its fit
             */
            public static Fits blind(LongFunction<Screen> maker) {
                return new Fits(Label.NONPERSONAL, Set.of(), maker);
            }
        }

        /**
         * It does not.
         *
         * @param why for the policy's author; lower case, one line
         */
        record Unfit(String why) implements Fit {}
    }
}
